// The corner that only technicians find.
#include "kiosk/selftest/corner_hold.h"

#include <doctest/doctest.h>

#include <random>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

const Panel upright{};

struct Corner {
  CornerHold hold{upright};
  bool down(int x, int y, std::chrono::milliseconds now, bool vacant = true) {
    return hold.take({.kind = EventKind::FingerDown, .at = {x, y}}, vacant, now);
  }
  bool move(int x, int y, std::chrono::milliseconds now) {
    return hold.take({.kind = EventKind::FingerMoved, .at = {x, y}}, false, now);
  }
  bool up(std::chrono::milliseconds now) {
    return hold.take({.kind = EventKind::FingerUp}, false, now);
  }
};

}  // namespace

TEST_SUITE("selftest/corner_hold") {
  TEST_CASE("five seconds in the corner and lifted") {
    Corner corner;
    CHECK_FALSE(corner.down(1060, 20, 0ms));
    CHECK_FALSE(corner.move(1062, 21, 2s));
    CHECK(corner.up(5s));
    CHECK_FALSE(corner.up(6s));
  }

  TEST_CASE("too short, too long, elsewhere, moved, or in use") {
    const int inside = upright.size.width - upright.px(14),
              outside = upright.size.width - upright.px(16);
    for (const auto& [x, y, until] :
         {std::tuple{1060, 20, 4999ms}, std::tuple{1060, 20, 9501ms},
          std::tuple{outside, 20, 6000ms}, std::tuple{inside, upright.px(16), 6000ms},
          std::tuple{20, 20, 6000ms}}) {
      Corner corner;
      corner.down(x, y, 0ms);
      CHECK_FALSE(corner.up(until));
    }
    Corner corner;
    corner.down(1070, 5, 0ms);
    corner.move(1070, 5 + upright.px(9), 1s);
    CHECK_FALSE(corner.up(6s));
    corner.down(1070, 5, 0ms, false);
    CHECK_FALSE(corner.up(6s));
    corner.down(1070, 5, 0ms);
    corner.hold.take({.kind = EventKind::Activate}, true, 1s);
    CHECK_FALSE(corner.up(6s));
    corner.down(1070, 5, 0ms);
    corner.down(500, 500, 3s);
    CHECK_FALSE(corner.up(6s));
  }

  TEST_CASE("what the system does in between is no hand's doing") {
    Corner corner;
    corner.down(1070, 5, 0ms);
    corner.hold.take({.kind = EventKind::Woken}, true, 1s);
    corner.hold.take({.kind = EventKind::Exposed}, true, 2s);
    CHECK(corner.up(6s));
  }

  TEST_CASE("taps, fast taps, drags and resting palms never open it") {
    std::mt19937 dice(7);
    const auto roll = [&](int least, int most) {
      return std::uniform_int_distribution<int>(least, most)(dice);
    };
    Corner corner;
    std::chrono::milliseconds now{0};
    int in_corner = 0;
    for (int step = 0; step < 200'000; ++step) {
      const bool near = roll(0, 3) == 0;  // often where it would count
      const int x = near ? roll(1020, 1079) : roll(0, 1079), y = near ? roll(0, 59) : roll(0, 1919);
      in_corner += near ? 1 : 0;
      CHECK_FALSE(corner.down(x, y, now, true));
      switch (roll(0, 3)) {
        case 0:  // a tap
          now += std::chrono::milliseconds(roll(20, 400));
          break;
        case 1:  // a hesitating finger
          now += std::chrono::milliseconds(roll(400, 4'900));
          break;
        case 2:  // a palm or a bag
          now += std::chrono::milliseconds(roll(9'600, 120'000));
          break;
        default:  // a drag, however long
          now += std::chrono::milliseconds(roll(100, 8'000));
          corner.move(x - upright.px(20), y + upright.px(20), now);
          now += std::chrono::milliseconds(roll(10, 8'000));
      }
      CHECK_FALSE(corner.up(now));
      now += std::chrono::milliseconds(roll(0, 300));
    }
    CHECK(in_corner > 40'000);
  }
}
