#include "kiosk/session/finger.h"

#include <doctest/doctest.h>

using kiosk::Finger;
using kiosk::FingerRules;
using namespace std::chrono_literals;

TEST_SUITE("session/finger") {
  TEST_CASE("a second touch of the same place within half a second does not count [EN 5.8]") {
    Finger finger(FingerRules{.again_after = 500ms});
    CHECK(finger.down(100, 100, 0ms));
    CHECK(finger.up(100, 100, 0ms));
    SUBCASE("400 ms later it is the same touch") {
      CHECK_FALSE(finger.down(120, 90, 400ms));
      CHECK_FALSE(finger.up(120, 90, 450ms));
    }
    SUBCASE("600 ms later it is another") {
      CHECK(finger.down(100, 100, 600ms));
      CHECK(finger.up(100, 100, 650ms));
    }
    SUBCASE("another place counts at once") {
      CHECK(finger.down(400, 100, 50ms));
      CHECK(finger.up(400, 100, 90ms));
    }
  }

  TEST_CASE("the guard can be switched off") {
    Finger finger(FingerRules{.again_after = 0ms});
    for (int i = 0; i < 3; ++i) {
      CHECK(finger.down(1, 1, 0ms));
      CHECK(finger.up(1, 1, 0ms));
    }
  }

  TEST_CASE("a finger that never leaves is none after ten seconds") {
    Finger finger(FingerRules{});
    REQUIRE(finger.down(1, 1, 1s));
    CHECK(finger.lies());
    CHECK(finger.due() == 11s);
    CHECK_FALSE(finger.overdue(10'999ms));
    CHECK(finger.overdue(11s));
    finger.ignore();
    CHECK_FALSE(finger.overdue(20s));
    CHECK_FALSE(finger.up(1, 1, 20s));
  }

  TEST_CASE("a finger that leaves without having come does not count") {
    Finger finger(FingerRules{});
    CHECK_FALSE(finger.up(1, 1, 0ms));
  }
}
