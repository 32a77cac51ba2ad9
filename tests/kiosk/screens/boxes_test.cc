// The box tree of every screen in three languages, upright and across, beside what was reviewed,
// and the geometry checks over all of them in every text size. WEGWEISER_REBASELINE=1 writes the
// goldens.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "kiosk/widgets/dump.h"
#include "kiosk/widgets/fits.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

const std::filesystem::path golden = SOURCE_DIR "/tests/golden/boxes";

constexpr std::array languages{"de", "tr", "ar"};
struct Sheet {
  const char* name;
  Panel panel;
};
// Three more scripts. Their words are the sample's; topics are not there in them, so that their
// titles are German and their pages say so.
const std::array scripts{
    content::Language{"fa", "fa-u-ca-gregory-nu-latn", "Arab", Direction::RightToLeft, "فارسی", "",
                      content::Tier::Selected, 5},
    content::Language{"zh-Hans", "zh-Hans", "Hans", Direction::LeftToRight, "简体中文", "",
                      content::Tier::Welcome, 6},
    content::Language{"ti", "ti", "Ethi", Direction::LeftToRight, "ትግርኛ", "",
                      content::Tier::Welcome, 7}};
// On which people type, in languages that are typed otherwise, or not at all.
constexpr std::array typing_screens{"search:Wohn"};
const std::array sheets{Sheet{"upright", upright}, Sheet{"across", across}};

void compare(const std::string& name, const std::string& found) {
  const auto file = golden / (name + ".txt");
  if (std::getenv("WEGWEISER_REBASELINE") != nullptr) {
    std::filesystem::create_directories(golden);
    std::ofstream(file, std::ios::binary) << found;
  }
  std::ifstream in(file, std::ios::binary);
  CAPTURE(file);
  REQUIRE(in.is_open());
  CHECK(found == std::string(std::istreambuf_iterator<char>(in), {}));
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines)
    all += line + "\n";
  return all;
}

}  // namespace

TEST_CASE("every screen lays out as reviewed, in both directions [R17]") {
  Stage stage;
  std::set<std::string> names;
  for (const std::string screen : sample_screens)
    for (const char* language : languages)
      for (const Sheet& sheet : sheets) {
        std::string name = screen + "." + language + "." + sheet.name;
        std::replace(name.begin(), name.end(), ':', '-');
        names.insert(name + ".txt");
        const Scene scene = stage.scene(screen, language, sheet.panel);
        compare(name, "pages " + std::to_string(scene.pages) + "\n" + dump(scene.root));
      }
  std::vector<std::string> screens(sample_screens.begin(), sample_screens.end());
  screens.insert(screens.end(), typing_screens.begin(), typing_screens.end());
  for (const content::Language& script : scripts) {
    stage.library.speak(script);
    for (const std::string& screen : screens) {
      std::string name = screen + "." + script.tag + ".upright";
      std::replace(name.begin(), name.end(), ':', '-');
      names.insert(name + ".txt");
      const Scene scene = stage.scene(screen, script.tag, upright);
      compare(name, "pages " + std::to_string(scene.pages) + "\n" + dump(scene.root));
      for (const Sheet& sheet : sheets) {
        const auto found =
            misfits(stage.scene(screen, script.tag, sheet.panel).root, {.panel = sheet.panel});
        CHECK_MESSAGE(found.empty(), name << ": " << joined(found));
      }
    }
  }
  for (const auto& entry : std::filesystem::directory_iterator(golden))
    CHECK_MESSAGE(names.contains(entry.path().filename().string()),
                  "a golden of no screen: " << entry.path().string());
}

TEST_CASE("on every page of every screen, in every size, everything fits") {
  Stage stage;
  for (const std::string screen : sample_screens)
    for (const char* language : languages)
      for (const Sheet& sheet : sheets)
        for (const TextSize size :
             {TextSize::Normal, TextSize::Plus1, TextSize::Plus2, TextSize::Plus3})
          for (int page = 1, pages = 1; page <= pages; ++page) {
            const Scene scene = stage.scene(screen, language, sheet.panel, page, size);
            pages = scene.pages;
            CAPTURE(screen);
            CAPTURE(language);
            CAPTURE(sheet.name);
            CAPTURE(static_cast<int>(size));
            CAPTURE(page);
            const auto found = misfits(scene.root, {.panel = sheet.panel, .text_size = size});
            CHECK_MESSAGE(found.empty(), joined(found));
          }
}

TEST_CASE("a panel that hangs high has no key above what a hand reaches") {
  Stage stage;
  const Panel high{.size = {1080, 1920}, .bottom_mm = 800};
  for (const char* screen : {"home", "groups", "situation:neu-in-herne", "attract"}) {
    const auto found = misfits(stage.scene(screen, "de", high).root, {.panel = high});
    CAPTURE(screen);
    CHECK_MESSAGE(found.empty(), joined(found));
  }
}

TEST_CASE("on a panel of twice the pixels everything is where it was, twice as fine") {
  Stage stage;
  const Panel fine{.size = {2160, 3840}, .px_per_mm = 7.884};
  const auto found = misfits(stage.scene("home", "ar", fine).root, {.panel = fine});
  CHECK_MESSAGE(found.empty(), joined(found));
}
