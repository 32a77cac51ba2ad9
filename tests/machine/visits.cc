// For the test of the image only: one visitor who means nothing, as a list of touches, and the
// picture that she shall see at its end. The same seed makes the same visit; what the kiosk then
// shows is the model's own screen.
//   visits BUNDLE SEED 2026-11-03T10:24 LAST.png
//     prints «SCREEN X Y» for each touch: where she is, and where she touches, in thousandths of
//     the picture; at last «SCREEN» alone: where she then stands. She does not have texts read
//     aloud: a voice takes its time.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "content-engine/reader/library.h"
#include "kiosk/accessibility/examine.h"
#include "tools/random_walk.h"
#include "tools/standpoint.h"
#include "tools/tour.h"
#include "tools/tried_shell.h"

namespace {

using namespace std::chrono_literals;

// «topic:kindergeld/ar»
std::string screen_of(const kiosk::Session& session) {
  const kiosk::Place& place = session.place();
  return std::string(kiosk::name_of(place.screen)) + (place.id.empty() ? "" : ":" + place.id) +
         "/" + (session.language.empty() ? "-" : session.language);
}

bool is_for_her(const kiosk::Box& key) {
  const bool there_already =
      std::any_of(key.children.begin(), key.children.end(),
                  [](const kiosk::Box& child) { return child.name == "here"; });
  return !there_already && key.name != "bar:speak" && key.name != "bar:leave-now" &&
         key.rect.width > 0;
}

class Visit final {
 public:
  Visit(kiosk::TriedShell& shell, std::uint64_t seed) : shell_(shell), random_(seed) {}

  void walk(int touches) {
    for (int touch = 0; touch < touches; ++touch)
      if (!step())
        break;
    std::printf("%s\n", screen_of(shell_.session()).c_str());
  }

 private:
  int some(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

  bool step() {
    std::vector<const kiosk::Box*> keys = kiosk::keys_on_top(shell_.scene().root);
    std::erase_if(keys, [](const kiosk::Box* key) { return !is_for_her(*key); });
    if (keys.empty())
      return false;
    const kiosk::Rect rect =
        keys[static_cast<std::size_t>(some(static_cast<int>(keys.size())))]->rect;
    const kiosk::Size panel = kiosk::Panel{}.size;
    const int x = rect.x + rect.width / 4 + some(rect.width / 2 + 1);
    const int y = rect.y + rect.height / 4 + some(rect.height / 2 + 1);
    std::printf("%s %d %d\n", screen_of(shell_.session()).c_str(), x * 1000 / panel.width,
                y * 1000 / panel.height);
    shell_.wait(3s);
    shell_.touch({x, y});
    return true;
  }

  kiosk::TriedShell& shell_;
  std::mt19937_64 random_;
};

}  // namespace

int main(int argc, char** argv) {
  const auto moment = argc == 5 ? kiosk::parse_moment(argv[3]) : std::nullopt;
  if (!moment) {
    std::fprintf(stderr, "visits BUNDLE SEED MOMENT LAST.png\n");
    return 2;
  }
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe");
  const auto text =
      kiosk::TextEngine::open(program.parent_path().parent_path() / "share/wegweiser/fonts");
  const auto library = content::Library::open(argv[1]);
  if (!text || !library) {
    std::fprintf(stderr, "visits: no fonts, or no bundle in %s\n", argv[1]);
    return 1;
  }
  kiosk::TriedShell shell(**library, **text, *moment);
  const auto seed = static_cast<std::uint64_t>(std::stoull(argv[2]));
  Visit(shell, seed).walk(8 + static_cast<int>(seed * 7 % 18));
  std::vector<std::unique_ptr<kiosk::PageCanvas>> canvases;
  const kiosk::Session& session = shell.session();
  const auto written = kiosk::write_picture(
      **text, canvases, shell.scene(),
      {kiosk::Panel{}, session.theme, session.text_size, session.low_reach}, argv[4]);
  return written ? 0 : 1;
}
