#include "kiosk/session/idle.h"

#include <doctest/doctest.h>

using kiosk::Idle;
using kiosk::IdleState;
using kiosk::IdleTimes;
using kiosk::Instant;
using kiosk::patient;
using namespace std::chrono_literals;

TEST_SUITE("session/idle") {
  TEST_CASE("the warning comes after 90 s, lasts 30 s, then the visitor is gone") {
    const Idle idle(IdleTimes{}, 1s);
    CHECK(idle.state(1s + 89'999ms) == IdleState::Present);
    CHECK(idle.seconds_left(1s + 89'999ms) == -1);
    CHECK(idle.state(91s) == IdleState::Warned);
    CHECK(idle.seconds_left(91s) == 30);
    CHECK(idle.seconds_left(91s + 1ms) == 30);
    CHECK(idle.seconds_left(92s) == 29);
    CHECK(idle.seconds_left(120'999ms) == 1);
    CHECK(idle.state(120'999ms) == IdleState::Warned);
    CHECK(idle.state(121s) == IdleState::Gone);
    CHECK(idle.seconds_left(121s) == -1);
  }

  TEST_CASE("next_change leads through every second of the countdown and through nothing else") {
    const Idle idle(IdleTimes{}, 0s);
    Instant now = idle.next_change(0s);
    CHECK(now == 90s);
    for (int left = 30; left >= 1; --left) {
      CHECK(idle.seconds_left(now) == left);
      now = idle.next_change(now);
    }
    CHECK(now == 120s);
    CHECK(idle.state(now) == IdleState::Gone);
  }

  TEST_CASE("whoever needs longer has five minutes and one, never less than the others [R18]") {
    CHECK(patient({90s, 30s}) == IdleTimes{300s, 60s});
    CHECK(patient({600s, 90s}) == IdleTimes{600s, 90s});
    Idle idle({90s, 30s}, 0s);
    idle.use(patient({90s, 30s}));
    CHECK(idle.state(299s) == IdleState::Present);
    CHECK(idle.seconds_left(300s) == 60);
    CHECK(idle.state(359s) == IdleState::Warned);
    CHECK(idle.state(360s) == IdleState::Gone);
  }

  TEST_CASE("twelve extensions in a row keep the visitor") {
    Idle idle(IdleTimes{}, 0s);
    Instant now{0};
    for (int i = 0; i < 12; ++i) {
      now += 119s;
      CHECK(idle.state(now) == IdleState::Warned);
      idle.touched(now);
      CHECK(idle.state(now) == IdleState::Present);
    }
  }

  TEST_CASE("the greeting steps every 5 s") {
    CHECK(kiosk::attract_step(10s, 10s) == 0);
    CHECK(kiosk::attract_step(10s, 14'999ms) == 0);
    CHECK(kiosk::attract_step(10s, 15s) == 1);
    CHECK(kiosk::next_attract_step(10s, 10s) == 15s);
    CHECK(kiosk::next_attract_step(10s, 15s) == 20s);
  }
}
