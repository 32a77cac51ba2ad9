#include "kiosk/platform/clock.h"

#include <doctest/doctest.h>

using kiosk::wall_time_at;
using kiosk::WallTime;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds november_morning{
    1'795'425'863'250};  // 2026-11-23 09:24:23.25 UTC

}  // namespace

TEST_SUITE("platform/clock") {
  TEST_CASE("the wall shows the town's time, summer and winter") {
    CHECK(wall_time_at(november_morning, "Europe/Berlin") ==
          WallTime{{2026, 11, 23}, 10, 24, 36'750ms});
    const auto july = november_morning - 24h * 142;  // 4 July
    CHECK(wall_time_at(july, "Europe/Berlin") == WallTime{{2026, 7, 4}, 11, 24, 36'750ms});
    CHECK(wall_time_at(november_morning, "Asia/Kathmandu").minute == 9);
  }

  TEST_CASE("the town's day begins at its own midnight") {
    const auto late = november_morning + 14h;  // 23:24 UTC
    CHECK(wall_time_at(late, "Europe/Berlin").today == content::Date{2026, 11, 24});
    CHECK(wall_time_at(late, "UTC").today == content::Date{2026, 11, 23});
  }

  TEST_CASE("an unknown zone means the machine's own, not Greenwich by accident") {
    CHECK(wall_time_at(november_morning, "Mars/Olympus") == wall_time_at(november_morning, ""));
  }

  TEST_CASE("waiting time never goes back") {
    const auto before = kiosk::steady_now();
    CHECK(kiosk::steady_now() >= before);
  }
}
