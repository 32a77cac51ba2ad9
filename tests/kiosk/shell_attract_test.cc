// What the shell does with a screen before which nobody stands: by night it sleeps, by day it
// wanders.
#include <doctest/doctest.h>

#include "kiosk/screens/drift.h"
#include "tests/fixtures/shell_bench.h"

using namespace shell_bench;

namespace {

WallTime at(int hour, int minute) {
  return {{2026, 11, 23}, hour, minute, 1h};
}

// From eight in the evening to seven in the morning; it is a quarter to ten at night.
struct Evening : Kiosk {
  Evening() : Kiosk(ShellRules{.night = kiosk::Night{1200, 420}}) {}
  void pass(Instant time, WallTime clock = at(21, 45)) {
    now += time;
    shell.tick(now, clock);
    answer();
  }
  bool asleep() const { return shell.view().asleep; }
};

}  // namespace

TEST_SUITE("shell, at night") {
  TEST_CASE("the screen sleeps when it is night and nobody has come for a while") {
    Evening kiosk;
    kiosk.pass(1h, at(19, 59));
    CHECK_FALSE(kiosk.asleep());
    kiosk.pass(60s, at(20, 0));
    CHECK(kiosk.asleep());
    kiosk.pass(60s, at(6, 59));
    CHECK(kiosk.asleep());
    kiosk.pass(60s, at(7, 0));
    CHECK_FALSE(kiosk.asleep());
  }

  TEST_CASE("without hours it never sleeps") {
    Kiosk kiosk;
    kiosk.now += 1h;
    kiosk.shell.tick(kiosk.now, at(3, 0));
    CHECK_FALSE(kiosk.shell.view().asleep);
  }

  TEST_CASE("started at night it shows itself before it sleeps, and wakes us for that") {
    Evening kiosk;
    kiosk.pass(1s);
    CHECK_FALSE(kiosk.asleep());
    kiosk.pass(88s);
    CHECK_FALSE(kiosk.asleep());
    CHECK(kiosk.shell.due() == 90s);
    kiosk.pass(1s);
    CHECK(kiosk.asleep());
    // Nothing moves that nobody sees: only the clock is waited for.
    CHECK(kiosk.shell.due() == kiosk.now + 1h);
  }

  TEST_CASE("the first touch on the dark screen only wakes, wherever it lands and ends") {
    Evening kiosk;
    kiosk.pass(90s);
    REQUIRE(kiosk.asleep());
    kiosk.down(arabic);
    CHECK_FALSE(kiosk.asleep());
    CHECK(kiosk.pressed().empty());
    kiosk.answer();
    kiosk.pass(300ms);
    kiosk.shell.finger_moved(50, emergency);
    kiosk.up(emergency);
    kiosk.answer();
    CHECK(kiosk.shell.session() == Session{});
    CHECK(kiosk.shell.vacant());
    kiosk.touch(arabic);
    CHECK(kiosk.shell.session().language == "ar");
  }

  TEST_CASE("a visitor at night has the kiosk, and it sleeps again after her") {
    Evening kiosk;
    kiosk.pass(90s);
    kiosk.touch(nothing);
    kiosk.touch(arabic);
    kiosk.pass(89s);
    CHECK(kiosk.shell.session().language == "ar");
    kiosk.pass(31s);
    CHECK(kiosk.shell.session() == Session{});
    CHECK_FALSE(kiosk.asleep());
    kiosk.pass(90s);
    CHECK(kiosk.asleep());
    // Woken and left alone it sleeps as well.
    kiosk.touch(nothing);
    kiosk.pass(89s);
    CHECK_FALSE(kiosk.asleep());
    kiosk.pass(1s);
    CHECK(kiosk.asleep());
  }

  TEST_CASE("a key only wakes, too; headphones and speech are meant without a picture") {
    Evening kiosk;
    kiosk.pass(90s);
    kiosk.shell.key({.kind = EventKind::FocusNext}, kiosk.now);
    CHECK_FALSE(kiosk.asleep());
    CHECK(kiosk.shell.view().keys.focused.empty());
    kiosk.pass(90s);
    REQUIRE(kiosk.asleep());
    kiosk.shell.key({.kind = EventKind::Speech}, kiosk.now);
    CHECK_FALSE(kiosk.asleep());
    CHECK(kiosk.shell.session().hearing.guided);
  }

  TEST_CASE("who has something to say is seen: a warning, a stick, a fault") {
    Evening kiosk;
    kiosk.pass(90s);
    kiosk.shell.alerted(
        kiosk::Alert{.id = "brand", .texts = {{"de", "Raus!"}}, .until = {{2026, 11, 23}, 22 * 60}},
        kiosk.now);
    CHECK_FALSE(kiosk.asleep());
    kiosk.pass(60s, at(22, 0));
    CHECK(kiosk.asleep());
    kiosk.shell.delivered({.medium = content::Medium::Stick}, kiosk.now);
    CHECK_FALSE(kiosk.asleep());
    kiosk.pass(180s, at(22, 3));
    CHECK(kiosk.asleep());
    kiosk.shell.renewed(kiosk.now);
    const auto request = kiosk.shell.take_request();
    REQUIRE(request);
    kiosk.shell.answered({*request, Trouble{"W-10", "no bundle"}, {}}, kiosk.now);
    CHECK_FALSE(kiosk.asleep());
  }
}

TEST_SUITE("shell, wandering") {
  TEST_CASE("the first screen moves a step each minute, and is back after half an hour") {
    Kiosk kiosk;
    CHECK(kiosk.asked.moment.drift == 0);
    const auto drift_at = [&](int hour, int minute) {
      kiosk.now += 60s;
      kiosk.shell.tick(kiosk.now, at(hour, minute));
      REQUIRE(kiosk.answer());
      return kiosk.asked.moment.drift;
    };
    CHECK(drift_at(10, 25) == 1);
    CHECK(drift_at(10, 26) == 2);
    CHECK(drift_at(10, 24 + kiosk::drift_steps - 1) == kiosk::drift_steps - 1);
    CHECK(drift_at(10, 24 + kiosk::drift_steps) == 0);
    CHECK(drift_at(10, 23) == kiosk::drift_steps - 1);  // the clock was set back
    CHECK(drift_at(23, 59) == (13 * 60 + 35) % kiosk::drift_steps);
    CHECK(drift_at(0, 0) == (13 * 60 + 36) % kiosk::drift_steps);
  }

  TEST_CASE("it stands still from the first touch on, and begins anew after her") {
    Kiosk kiosk;
    kiosk.now += 60s;
    kiosk.shell.tick(kiosk.now, at(10, 27));
    REQUIRE(kiosk.answer());
    kiosk.touch(nothing);
    kiosk.now += 60s;
    kiosk.shell.tick(kiosk.now, at(10, 28));
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.drift == 3);
    kiosk.now += 60s;
    kiosk.shell.tick(kiosk.now, at(10, 29));
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.session == Session{});
    CHECK(kiosk.asked.moment.drift == 0);
  }

  TEST_CASE("a key that wanders under the finger is still pressed") {
    Kiosk kiosk;
    kiosk.now += 60s;
    kiosk.shell.tick(kiosk.now, at(10, 25));
    const auto moving = kiosk.shell.take_request();
    REQUIRE(moving);
    REQUIRE(moving->moment.drift == 1);
    kiosk.down(arabic);
    Scene scene = scene_for(*moving);
    for (Box& box : scene.root.children)
      box.rect.y += 3;
    kiosk.shell.answered({*moving, scene, {}}, kiosk.now);
    CHECK(kiosk.pressed() == "arabic");
    CHECK_FALSE(kiosk.shell.view().fades);
    kiosk.up(arabic);
    CHECK(kiosk.shell.session().language == "ar");
  }
}
