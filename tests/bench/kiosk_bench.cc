// What a visitor waits for, measured from outside on the real program: start to the first picture,
// touch to the next page, and what it costs in memory and processor time. One touch is one XTest
// event, one picture is one pixel read back from the X screen.
//   kiosk-bench [STARTS [TURNS]]
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/watched_kiosk.h"

using namespace kiosk;

namespace {

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

void say(const char* what, const std::vector<double>& values, const char* unit) {
  std::printf("%-44s p50 %7.1f  p95 %7.1f  max %7.1f %s (n %zu)\n", what, percentile(values, 0.5),
              percentile(values, 0.95), percentile(values, 1), unit, values.size());
}

constexpr std::chrono::milliseconds rest{400};

double touch(WatchedKiosk& kiosk, DrawnPages& pages, Session& session, const char* key) {
  return kiosk.touch(turn_by(pages, session, key), rest);
}

int run(int starts, int turns) {
  const std::string bundle = BINARY_DIR "/kiosk-bench.bundle";
  Child build({BINARY_DIR "/bin/wegweiser-content", "build", SOURCE_DIR "/content/herne", "-o",
               bundle, "--today", "2026-11-23"});
  if (build.wait() != 0)
    throw std::runtime_error("content/herne does not build");
  XScreen screen(watched_size);
  DrawnPages pages(bundle);
  const char* const way[] = {"language:ar", "situation:neu-in-herne", "topic:wohnsitz-anmelden"};
  std::vector<double> first;
  std::vector<double> cold;
  for (int i = 0; i < starts; ++i) {
    WatchedKiosk kiosk(screen, bundle);
    Session session;
    first.push_back(kiosk.first_picture());
    usleep(500'000);
    for (const char* key : way)
      cold.push_back(touch(kiosk, pages, session, key));
  }
  say("start to first picture", first, "ms");
  say("touch to page, never shown before", cold, "ms");

  WatchedKiosk kiosk(screen, bundle);
  Session session;
  usleep(500'000);
  std::printf("%-44s %ld kB\n", "PSS after start", kiosk.pss());
  for (const char* key : way)
    touch(kiosk, pages, session, key);
  const char* const round[] = {"page:next", "bar:back", "topic:wohnsitz-anmelden"};
  for (const char* key : round)
    touch(kiosk, pages, session, key);
  std::vector<double> warm;
  const double cpu = kiosk.cpu_ms();
  for (int i = 0; i < turns; ++i)
    warm.push_back(touch(kiosk, pages, session, round[i % 3]));
  say("touch to page, shown before", warm, "ms");
  std::printf("%-44s %.1f ms\n", "processor time a turn", (kiosk.cpu_ms() - cpu) / turns);
  std::printf("%-44s %ld kB\n", "PSS after turns", kiosk.pss());
  const double idle = kiosk.cpu_ms();
  constexpr int quiet_seconds = 10;
  sleep(quiet_seconds);
  std::printf("%-44s %.2f %%\n", "processor while nobody touches",
              (kiosk.cpu_ms() - idle) / (quiet_seconds * 10.0));
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
