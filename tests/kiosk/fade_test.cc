#include "kiosk/fade.h"

#include <doctest/doctest.h>

using kiosk::Fade;
using kiosk::Surface;
using namespace std::chrono_literals;

TEST_SUITE("fade") {
  TEST_CASE("it begins with the page before and ends with the page after") {
    const Surface before({20, 10}, {0, 0, 0});
    Surface after({20, 10}, {0, 0, 0});
    after.fill({5, 2, 4, 3}, {200, 100, 50});
    Fade fade(before, {{5, 2, 4, 3}}, 1s);
    CHECK(fade.mix(after, 1s).pixels() == before.pixels());
    CHECK(fade.mix(after, 1300ms).at(6, 3) == kiosk::Color{100, 50, 25});
    CHECK(fade.mix(after, 1600ms).pixels() == after.pixels());
    CHECK_FALSE(fade.over(1599ms));
    CHECK(fade.over(1600ms));
  }

  TEST_CASE("it goes one way, in small steps: nothing flashes") {
    const Surface before({4, 4}, {255, 255, 255});
    const Surface after({4, 4}, {0, 0, 0});
    Fade fade(before, {{0, 0, 4, 4}}, 0ms);
    int last = 255;
    for (auto now = 0ms; now <= kiosk::fade_time; now += kiosk::fade_step) {
      const int level = fade.mix(after, now).at(1, 1).red;
      CHECK(level <= last);
      CHECK(last - level <= 20);
      last = level;
    }
    CHECK(last == 0);
  }

  TEST_CASE("what lies outside its parts is left alone") {
    const Surface before({4, 4}, {255, 255, 255});
    const Surface after({4, 4}, {0, 0, 0});
    Fade fade(before, {{0, 0, 1, 1}}, 0ms);
    CHECK(fade.mix(after, 600ms).at(3, 3) == kiosk::Color{255, 255, 255});
  }
}
