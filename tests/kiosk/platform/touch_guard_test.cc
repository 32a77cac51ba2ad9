#include "kiosk/platform/touch_guard.h"

#include <doctest/doctest.h>

using kiosk::TouchGuard;
using namespace std::chrono_literals;

TEST_SUITE("platform/touch guard") {
  TEST_CASE("a fast typist is a hand: seven taps a second, for as long as she likes") {
    TouchGuard guard;
    for (int tap = 0; tap < 700; ++tap)
      CHECK(guard.believes({0.1 + 0.001 * (tap % 7), 0.8}, 143ms * tap));
    CHECK(guard.ghosts() == 0);
    CHECK_FALSE(guard.take_news());
  }

  TEST_CASE("a storm of taps counts no longer, until it is over") {
    TouchGuard guard;
    auto now = 0ms;
    int believed = 0;
    for (int tap = 0; tap < 600; ++tap, now += 50ms)
      believed += guard.believes({0.001 * tap, 0.5}, now) ? 1 : 0;
    CHECK(believed == TouchGuard::most_a_second);
    CHECK(guard.ghosts() == 600 - TouchGuard::most_a_second);
    CHECK(guard.take_news()->starts_with("W-46"));
    CHECK_FALSE(guard.take_news());
    // Somebody who taps because nothing happens is heard again.
    now += 1s;
    for (int tap = 0; tap < 5; ++tap, now += 200ms)
      CHECK(guard.believes({0.3 + 0.001 * tap, 0.5}, now));
    CHECK(guard.take_news()->starts_with("the touch panel has calmed down"));
    CHECK_FALSE(guard.take_news());
  }

  TEST_CASE("the very same place again and again is a fault of the glass, not a finger") {
    TouchGuard guard;
    auto now = 0ms;
    for (int tap = 0; tap < TouchGuard::most_in_place; ++tap, now += 10s)
      CHECK(guard.believes({0.25, 0.75}, now));
    for (int tap = 0; tap < 100; ++tap, now += 10s)
      CHECK_FALSE(guard.believes({0.25, 0.75}, now));
    CHECK(guard.believes({0.2501, 0.75}, now));
  }

  TEST_CASE("places beside the panel are told once, twice, four times, with the last of them") {
    TouchGuard guard;
    CHECK_FALSE(guard.take_news());
    int told = 0;
    for (int touch = 1; touch <= 100; ++touch) {
      guard.beside({15.98, 0.5});
      if (const auto news = guard.take_news()) {
        CHECK(news->starts_with("W-47"));
        CHECK(news->find("(16, 0.5), " + std::to_string(touch)) != std::string::npos);
        ++told;
      }
    }
    CHECK(told == 7);
    CHECK(guard.besides() == 100);
  }
}
