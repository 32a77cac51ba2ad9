#include <doctest/doctest.h>

#include "tests/fixtures/shell_bench.h"

using namespace shell_bench;

TEST_SUITE("shell") {
  TEST_CASE("it begins with the attract screen and asks for it once") {
    Kiosk kiosk;
    CHECK(kiosk.asked.session == Session{});
    CHECK(kiosk.asked.moment.attract_step == 0);
    CHECK(kiosk.shell.view().scene != nullptr);
    CHECK_FALSE(kiosk.shell.take_request());
  }

  TEST_CASE("a key is pressed from touch-down, although the disk has not answered the last touch") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    const auto unanswered = kiosk.shell.take_request();
    REQUIRE(unanswered);
    CHECK(kiosk.pressed() == "arabic");  // and stays so until its screen is there
    kiosk.now += 400ms;
    kiosk.down(topic);
    CHECK(kiosk.pressed() == "topic");
    kiosk.shell.answered({*unanswered, scene_for(*unanswered), {}}, kiosk.now);
    CHECK(kiosk.screen() == ScreenKind::Home);
  }

  TEST_CASE("the key that led somewhere is released by what it led to") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    CHECK(kiosk.pressed() == "arabic");
    CHECK(kiosk.answer());
    CHECK(kiosk.pressed().empty());
    CHECK_FALSE(kiosk.shell.view().fades);  // a page change is a cut
  }

  TEST_CASE("sliding off a key restores it and does nothing; sliding back presses it again") {
    Kiosk kiosk;
    kiosk.down(arabic);
    kiosk.shell.finger_moved(50, topic);
    CHECK(kiosk.pressed().empty());
    SUBCASE("up elsewhere") {
      kiosk.up(topic);
      CHECK(kiosk.shell.session() == Session{});
      CHECK_FALSE(kiosk.answer());
    }
    SUBCASE("back on it") {
      kiosk.shell.finger_moved(50, arabic);
      CHECK(kiosk.pressed() == "arabic");
      kiosk.up(arabic);
      CHECK(kiosk.shell.session().language == "ar");
    }
  }

  TEST_CASE("a trembling hand touches once") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.touch(topic);
    kiosk.answer();
    kiosk.now += 100ms;
    kiosk.down(topic + 5);
    CHECK(kiosk.pressed().empty());
    kiosk.up(topic + 5);
    CHECK_FALSE(kiosk.answer());
    CHECK(kiosk.shell.session().trail.size() == 3);
  }

  TEST_CASE("of several touches the last one counts, from what is seen") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.touch(topic);
    const auto late = kiosk.shell.take_request();
    kiosk.touch(emergency);
    REQUIRE(late);
    kiosk.shell.answered({*late, scene_for(*late), {}}, kiosk.now);
    CHECK(kiosk.shell.view().scene->ground.red != late->number);  // overtaken
    CHECK(kiosk.answer());
    CHECK(kiosk.screen() == ScreenKind::Emergency);
    CHECK(kiosk.shell.session().trail.size() == 3);  // languages, home, emergency: not the topic
  }

  TEST_CASE("a touch on nothing does not undo what is being laid out") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.touch(nothing);
    CHECK(kiosk.shell.session().language == "ar");
  }

  TEST_CASE("fewer pages than before show the last one") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.touch(topic);
    kiosk.answer();
    for (int i = 0; i < 2; ++i) {
      kiosk.touch(next);
      kiosk.answer();
    }
    CHECK(kiosk.shell.session().place().page == 2);
    kiosk.touch(size);
    kiosk.answer();
    CHECK(kiosk.shell.session().place().page == 0);
    CHECK_FALSE(kiosk.answer());
  }

  TEST_CASE("leaving works at once: the attract picture is there before any answer [R34]") {
    Kiosk kiosk;
    const Scene first = *kiosk.shell.view().scene;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.touch(topic);  // still being read …
    kiosk.touch(leave);
    CHECK(kiosk.shell.session() == Session{});
    REQUIRE(kiosk.shell.view().scene != nullptr);
    CHECK(*kiosk.shell.view().scene == first);
    CHECK(kiosk.shell.view().keys == kiosk::KeyState{});
    const auto request = kiosk.shell.take_request();
    REQUIRE(request);
    CHECK(request->forget);
    CHECK(request->session == Session{});
  }

  TEST_CASE("every visitor begins with the theme of the settings") {
    ShellRules rules;
    rules.fresh.theme = kiosk::Theme::ContrastDark;
    Kiosk kiosk(rules);
    kiosk.touch(theme);
    kiosk.answer();
    CHECK(kiosk.shell.view().theme == kiosk::Theme::ContrastLight);
    kiosk.touch(leave);
    CHECK(kiosk.shell.session() == rules.fresh);
    CHECK(kiosk.shell.view().theme == kiosk::Theme::ContrastDark);
  }
}

TEST_SUITE("shell, out of service") {
  TEST_CASE("what cannot be opened is tried again every ten seconds, and then goes on") {
    Shell shell(ShellRules{}, 0s, wall);
    auto request = shell.take_request();
    REQUIRE(request);
    shell.answered({*request, Trouble{"W-10", "no bundle"}, {}}, 1s);
    REQUIRE(shell.view().trouble != nullptr);
    CHECK(shell.view().trouble->code == "W-10");
    CHECK(shell.view().scene == nullptr);
    for (Instant now = 1s; now <= 31s; now += 10s) {
      shell.finger_down(50, arabic, now);  // there is nothing to touch
      shell.finger_up(50, arabic, now);
      CHECK_FALSE(shell.take_request());
      CHECK(shell.due() == now + 10s);
      shell.tick(now + 10s, wall);
      request = shell.take_request();
      REQUIRE(request);
      shell.answered({*request, Trouble{"W-10", "no bundle"}, {}}, now + 10s);
    }
    shell.tick(51s, wall);
    request = shell.take_request();
    REQUIRE(request);
    CHECK(request->session == Session{});
    shell.answered({*request, scene_for(*request), {}}, 51s);
    CHECK(shell.view().trouble == nullptr);
    CHECK(shell.view().scene != nullptr);
  }

  TEST_CASE("it does not ask again while it is being tried") {
    Shell shell(ShellRules{}, 0s, wall);
    auto request = shell.take_request();
    shell.answered({*request, Trouble{"W-10", "no bundle"}, {}}, 0s);
    shell.tick(10s, wall);
    CHECK(shell.take_request());
    shell.tick(100s, wall);
    CHECK_FALSE(shell.take_request());
    CHECK(shell.due() > 100s);
  }
}

TEST_SUITE("shell, by keyboard") {
  TEST_CASE("the focus goes round the keys in reading order and there is none before") {
    Kiosk kiosk;
    CHECK(kiosk.shell.view().keys.focused.empty());
    kiosk.shell.key({EventKind::Activate}, 1s);
    CHECK(kiosk.shell.session() == Session{});
    const char* order[] = {"arabic", "topic", "next", "emergency",
                           "leave",  "theme", "size", "arabic"};
    Instant now = 1s;
    for (const char* name : order) {
      kiosk.shell.key({EventKind::FocusNext}, now += 1s);
      CHECK(kiosk.shell.view().keys.focused == name);
    }
    kiosk.shell.key({EventKind::FocusPrevious}, now);
    CHECK(kiosk.shell.view().keys.focused == "size");
  }

  TEST_CASE("activating and going back") {
    Kiosk kiosk;
    kiosk.shell.key({EventKind::FocusNext}, 1s);
    kiosk.shell.key({EventKind::Activate}, 1s);
    CHECK(kiosk.screen() == ScreenKind::Home);
    kiosk.answer();
    kiosk.shell.key({EventKind::Back}, 2s);
    CHECK(kiosk.screen() == ScreenKind::Languages);
  }

  TEST_CASE("who touches needs no ring") {
    Kiosk kiosk;
    kiosk.shell.key({EventKind::FocusNext}, 1s);
    kiosk.down(topic);
    CHECK(kiosk.shell.view().keys == kiosk::KeyState{.pressed = "topic", .focused = {}});
  }

  TEST_CASE("under the warning any key only says that somebody is there") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.wait(100s);
    kiosk.answer();
    kiosk.shell.key({EventKind::Back}, kiosk.now);
    CHECK(kiosk.screen() == ScreenKind::Home);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.idle_seconds_left == -1);
  }
}

TEST_CASE("a key of the keypad brings every key low, until the visitor leaves [R36]") {
  Kiosk kiosk;
  kiosk.now += 1s;
  kiosk.shell.key({EventKind::LowReach}, kiosk.now);
  kiosk.answer();
  CHECK(kiosk.shell.session().low_reach);
  CHECK_FALSE(kiosk.shell.vacant());
  kiosk.touch(leave);
  kiosk.answer();
  CHECK_FALSE(kiosk.shell.session().low_reach);
}
