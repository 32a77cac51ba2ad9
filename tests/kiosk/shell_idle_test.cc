#include <doctest/doctest.h>

#include "tests/fixtures/shell_bench.h"

using namespace shell_bench;

TEST_SUITE("shell, when nobody touches") {
  TEST_CASE("the warning comes at its time and counts down by the second") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.wait(89s);
    CHECK_FALSE(kiosk.answer());
    CHECK(kiosk.shell.due() == kiosk.now + 1s);
    for (int left = 30; left > 0; --left) {
      kiosk.wait(1s);
      REQUIRE(kiosk.answer());
      CHECK(kiosk.asked.moment.idle_seconds_left == left);
      CHECK(kiosk.shell.due() == kiosk.now + 1s);
    }
    kiosk.wait(1s);
    CHECK(kiosk.shell.session() == Session{});
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.forget);
    CHECK(kiosk.asked.moment == kiosk::Moment{.today = {2026, 11, 23}});
  }

  TEST_CASE("a warning is there at once and ends by itself, whoever stands there [R47]") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.shell.alerted(
        kiosk::Alert{
            .id = "brand", .texts = {{"de", "Raus!"}}, .until = {{2026, 11, 23}, 10 * 60 + 25}},
        kiosk.now);
    REQUIRE(kiosk.answer());
    REQUIRE(kiosk.asked.moment.alert);
    CHECK(kiosk.asked.moment.alert->id == "brand");
    WallTime later = wall;
    later.minute = 25;
    kiosk.shell.tick(kiosk.now, later);
    REQUIRE(kiosk.answer());
    CHECK_FALSE(kiosk.asked.moment.alert);
  }

  TEST_CASE("a visitor with a preset is given five minutes [R18]") {
    Kiosk kiosk;
    kiosk.shell.answered(
        [&] {
          Request request = kiosk.asked;
          kiosk::Answer answer{request, scene_for(request), {}};
          std::get<Scene>(answer.outcome)
              .root.children.push_back(key("seniors", 700, {ActionKind::OpenGroup, "seniors"}));
          return answer;
        }(),
        kiosk.now);
    kiosk.touch(750);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.shell.session().preset == kiosk::Preset::Seniors);
    kiosk.wait(299s);
    CHECK_FALSE(kiosk.answer());
    kiosk.wait(1s);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.idle_seconds_left == 60);
  }

  TEST_CASE("the session ends at its time although the disk answers nothing at all") {
    Kiosk kiosk;
    const Scene first = *kiosk.shell.view().scene;
    kiosk.touch(arabic);
    for (int second = 0; second < 119; ++second)
      kiosk.wait(1s);
    CHECK(kiosk.shell.session().language == "ar");
    kiosk.wait(1s);
    CHECK(kiosk.shell.session() == Session{});
    CHECK(*kiosk.shell.view().scene == first);
  }

  TEST_CASE("a disk slower than the countdown still shows the countdown") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.wait(90s);
    auto late = kiosk.shell.take_request();
    for (int second = 0; second < 5; ++second) {
      kiosk.wait(1s);
      const auto newer = kiosk.shell.take_request();
      REQUIRE(late);
      REQUIRE(newer);
      kiosk.shell.answered({*late, scene_for(*late), {}}, kiosk.now);
      CHECK(kiosk.shell.view().scene->ground.red == late->number);
      late = newer;
    }
  }

  TEST_CASE("any touch under the warning says that somebody is there, twelve times and more") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    const Session before = kiosk.shell.session();
    for (int i = 0; i < 12; ++i) {
      kiosk.wait(100s);
      REQUIRE(kiosk.answer());
      REQUIRE(kiosk.asked.moment.idle_seconds_left > 0);
      kiosk.touch(i % 2 == 0 ? topic : nothing);  // on the dimmed page, or beside everything
      CHECK(kiosk.shell.session() == before);
      REQUIRE(kiosk.answer());
      CHECK(kiosk.asked.moment.idle_seconds_left == -1);
    }
  }

  TEST_CASE("leaving and emergency numbers work under the warning") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.wait(100s);
    REQUIRE(kiosk.answer());
    SUBCASE("leave") {
      kiosk.touch(leave);
      CHECK(kiosk.shell.session() == Session{});
    }
    SUBCASE("emergency") {
      kiosk.touch(emergency);
      CHECK(kiosk.screen() == ScreenKind::Emergency);
      CHECK(kiosk.answer());
      CHECK(kiosk.asked.moment.idle_seconds_left == -1);
    }
  }

  TEST_CASE("the warning waits while a finger lies on it") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.wait(118s);
    kiosk.answer();
    kiosk.down(leave);
    kiosk.wait(3s);
    CHECK_FALSE(kiosk.answer());
    CHECK(kiosk.shell.session().language == "ar");
    kiosk.up(leave);
    CHECK(kiosk.shell.session() == Session{});
  }

  TEST_CASE("a finger that comes too late finds the attract screen and does nothing") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.now += 130s;
    kiosk.down(topic);
    CHECK(kiosk.pressed().empty());
    kiosk.up(topic);
    CHECK(kiosk.shell.session() == Session{});
  }

  TEST_CASE("a finger that never leaves ends its touch and not the kiosk") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.now += 1s;
    kiosk.down(topic);
    CHECK(kiosk.shell.due() == kiosk.now + 10s);
    kiosk.wait(10s);
    CHECK(kiosk.pressed().empty());
    kiosk.wait(80s);
    kiosk.answer();
    CHECK(kiosk.asked.moment.idle_seconds_left == 30);
    kiosk.wait(30s);
    CHECK(kiosk.shell.session() == Session{});
  }

  TEST_CASE("the greeting steps while nobody is there, stops at the first touch, and begins anew") {
    Kiosk kiosk;
    CHECK(kiosk.shell.due() == 5s);
    kiosk.wait(5s);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.attract_step == 1);
    CHECK(kiosk.shell.view().fades);
    kiosk.touch(nothing);
    for (int i = 0; i < 8; ++i) {
      kiosk.wait(10s);
      CHECK_FALSE(kiosk.answer());
    }
    kiosk.wait(10s);  // nobody was there after all: no question, no trace
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.attract_step == 0);
    CHECK(kiosk.asked.moment.idle_seconds_left == -1);
    kiosk.wait(5s);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.attract_step == 1);
  }

  TEST_CASE("the minute changes under a resting finger without losing it") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.now += 1s;
    kiosk.down(topic);
    kiosk.shell.tick(kiosk.now, {{2026, 11, 23}, 10, 25, 1min});
    REQUIRE(kiosk.answer());
    CHECK(kiosk.pressed() == "topic");
    kiosk.up(topic);
    CHECK(kiosk.screen() == ScreenKind::Topic);
  }

  TEST_CASE("what happened to a stick is told while nobody is here, for three minutes") {
    Kiosk kiosk;
    const content::DeliverySlip slip{.state = content::DeliveryState::Accepted,
                                     .edition = "2026-11-23"};
    kiosk.shell.delivered(slip, kiosk.now);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.delivery == slip);
    kiosk.touch(nothing);
    kiosk.answer();
    CHECK_FALSE(kiosk.asked.moment.delivery);  // a visitor is no staff
    kiosk.touch(leave);
    kiosk.answer();
    CHECK(kiosk.asked.moment.delivery == slip);
    CHECK(kiosk.shell.due() <= kiosk.now + 178s);
    kiosk.wait(178s);
    kiosk.answer();
    CHECK_FALSE(kiosk.asked.moment.delivery);
    kiosk.shell.delivered({.medium = content::Medium::Network}, kiosk.now);
    kiosk.answer();
    CHECK_FALSE(kiosk.asked.moment.delivery);  // what comes by night concerns nobody in the lobby
  }

  TEST_CASE("another edition is asked for at once, and no picture of the old one comes back") {
    Kiosk kiosk;
    const auto before = kiosk.asked.number;
    kiosk.shell.renewed(kiosk.now);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.number == before + 1);
    CHECK(kiosk.asked.vacant);
    CHECK(kiosk.shell.view().scene->ground.red == kiosk.asked.number);
    kiosk.touch(arabic);
    kiosk.answer();
    CHECK_FALSE(kiosk.asked.vacant);
    kiosk.shell.renewed(kiosk.now);
    kiosk.answer();
    CHECK_FALSE(kiosk.asked.vacant);
    kiosk.touch(leave);
    CHECK(kiosk.shell.view().scene == nullptr);  // the old edition's first page is not kept
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.vacant);
  }
}
