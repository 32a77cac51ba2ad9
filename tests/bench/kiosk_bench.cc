// What a visitor waits for, measured from outside on the real program: start to the first picture,
// touch to the next page, and what it costs in memory and processor time. One touch is one XTest
// event, one picture is one pixel read back from the X screen.
//   kiosk-bench [STARTS [TURNS]]
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/screens/screen.h"
#include "kiosk/settings.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/hit.h"
#include "tests/fixtures/child.h"
#include "tests/fixtures/x_screen.h"

using namespace kiosk;

namespace {

using Clock = std::chrono::steady_clock;

const std::string bin = BINARY_DIR "/bin/";
constexpr Size size{1080, 1920};
constexpr Moment morning{.today = {2026, 11, 23}, .hour = 10, .minute = 24};

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <typename T>
T opened(content::Result<T> result) {
  if (!result)
    throw std::runtime_error(result.failure().message);
  return std::move(*result);
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

void say(const char* what, const std::vector<double>& values, const char* unit) {
  std::printf("%-44s p50 %7.1f  p95 %7.1f  max %7.1f %s (n %zu)\n", what, percentile(values, 0.5),
              percentile(values, 0.95), percentile(values, 1), unit, values.size());
}

// Pages as they should be, drawn beforehand.
class Pages final {
 public:
  explicit Pages(const std::string& bundle)
      : library_(opened(content::Library::open(bundle))),
        text_(opened(TextEngine::open(BINARY_DIR "/share/wegweiser/fonts"))),
        canvas_(opened(PageCanvas::open(size, text_->fonts()))) {}

  Scene scene(const Session& session) {
    return make_scene(session, *library_, morning, panel_of(size, {}), *text_);
  }
  Surface page(const Session& session) {
    const Scene shown = scene(session);
    canvas_->fill({0, 0, size.width, size.height}, shown.ground);
    draw(shown.root, *canvas_, {panel_of(size, {}), session.theme, session.text_size});
    return canvas_->surface();
  }

 private:
  std::unique_ptr<content::Library> library_;
  std::unique_ptr<TextEngine> text_;
  std::unique_ptr<PageCanvas> canvas_;
};

// A pixel that tells one page from the other, as low as there is one: drawn last.
Rect difference(const Surface& before, const Surface& after) {
  for (int y = size.height - 1; y >= 0; --y)
    for (int x = size.width - 1; x >= 0; --x)
      if (before.at(x, y) != after.at(x, y))
        return {x, y, 1, 1};
  throw std::runtime_error("two pages are the same");
}

class Bench final {
 public:
  Bench(XScreen& screen, Pages& pages, const std::string& bundle)
      : screen_(screen), pages_(pages), start_(Clock::now()) {
    kiosk_ = std::make_unique<Child>(std::vector<std::string>{bin + "wegweiser-kiosk", "--bundle",
                                                              bundle, "--now", "2026-11-23T10:24"});
    const Rect corner{2, 2, 1, 1};  // paper, where an empty X screen is black
    while (screen_.pixel(corner.x, corner.y) == Color{0, 0, 0})
      usleep(200);
    first_picture = ms_since(start_);
  }

  // Milliseconds from touch-up to the first pixel of the next page.
  double touch(const std::string& name) {
    const Scene scene = pages_.scene(session_);
    const Box* key = find_key(scene.root, name);
    if (key == nullptr)
      throw std::runtime_error("no key " + name);
    const Surface before = pages_.page(session_);
    session_ = apply(session_, key->action);
    const Surface after = pages_.page(session_);
    const Rect probe = difference(before, after);
    usleep(400'000);  // no trembling hand
    screen_.press(key->rect.x + key->rect.width / 2, key->rect.y + key->rect.height / 2);
    usleep(60'000);
    const auto touched = Clock::now();
    screen_.release();
    while (screen_.pixel(probe.x, probe.y) != after.at(probe.x, probe.y))
      usleep(100);
    return ms_since(touched);
  }
  // kB of the process's own share of memory.
  long pss() const { return number("smaps_rollup", "Pss:"); }
  double cpu_ms() const {
    std::ifstream in("/proc/" + std::to_string(kiosk_->id()) + "/stat");
    std::string word;
    long ticks = 0;
    for (int i = 1; i <= 15 && in >> word; ++i)
      if (i >= 14)
        ticks += std::atol(word.c_str());
    return static_cast<double>(ticks) * 1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
  }

  double first_picture = 0;

 private:
  long number(const std::string& file, const std::string& label) const {
    std::ifstream in("/proc/" + std::to_string(kiosk_->id()) + "/" + file);
    for (std::string word; in >> word;)
      if (word == label && in >> word)
        return std::atol(word.c_str());
    return 0;
  }

  XScreen& screen_;
  Pages& pages_;
  Session session_;
  Clock::time_point start_;
  std::unique_ptr<Child> kiosk_;
};

int run(int starts, int turns) {
  const std::string bundle = BINARY_DIR "/kiosk-bench.bundle";
  Child build({bin + "wegweiser-content", "build", SOURCE_DIR "/content/herne", "-o", bundle,
               "--today", "2026-11-23"});
  if (build.wait() != 0)
    throw std::runtime_error("content/herne does not build");
  XScreen screen(size);
  Pages pages(bundle);
  const char* const way[] = {"language:ar", "situation:neu-in-herne", "topic:wohnsitz-anmelden"};
  std::vector<double> first;
  std::vector<double> cold;
  for (int i = 0; i < starts; ++i) {
    Bench bench(screen, pages, bundle);
    first.push_back(bench.first_picture);
    usleep(500'000);
    for (const char* key : way)
      cold.push_back(bench.touch(key));
  }
  say("start to first picture", first, "ms");
  say("touch to page, never shown before", cold, "ms");

  Bench bench(screen, pages, bundle);
  usleep(500'000);
  std::printf("%-44s %ld kB\n", "PSS after start", bench.pss());
  for (const char* key : way)
    bench.touch(key);
  const char* const round[] = {"page:next", "bar:back", "topic:wohnsitz-anmelden"};
  for (const char* key : round)
    bench.touch(key);
  std::vector<double> warm;
  const double cpu = bench.cpu_ms();
  for (int i = 0; i < turns; ++i)
    warm.push_back(bench.touch(round[i % 3]));
  say("touch to page, shown before", warm, "ms");
  std::printf("%-44s %.1f ms\n", "processor time a turn", (bench.cpu_ms() - cpu) / turns);
  std::printf("%-44s %ld kB\n", "PSS after turns", bench.pss());
  const double idle = bench.cpu_ms();
  constexpr int quiet_seconds = 10;
  sleep(quiet_seconds);
  std::printf("%-44s %.2f %%\n", "processor while nobody touches",
              (bench.cpu_ms() - idle) / (quiet_seconds * 10.0));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc > 1 ? std::atoi(argv[1]) : 9, argc > 2 ? std::atoi(argv[2]) : 200);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "kiosk-bench: %s\n", failure.what());
    return 1;
  }
}
