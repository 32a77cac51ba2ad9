#include "kiosk/shell.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

// No window, no thread, no clock: the tests are worker and clock themselves. An answer that is not
// given is a disk that has not answered yet.

using kiosk::Action;
using kiosk::ActionKind;
using kiosk::Answer;
using kiosk::Box;
using kiosk::EventKind;
using kiosk::Instant;
using kiosk::Request;
using kiosk::Role;
using kiosk::Scene;
using kiosk::ScreenKind;
using kiosk::Session;
using kiosk::Shell;
using kiosk::ShellRules;
using kiosk::Trouble;
using kiosk::WallTime;
using namespace std::chrono_literals;

namespace {

constexpr WallTime wall{{2026, 11, 23}, 10, 24, 1h};

Box key(std::string name, int top, Action action) {
  Box box;
  box.role = Role::Key;
  box.name = std::move(name);
  box.rect = {0, top, 100, 100};
  box.action = std::move(action);
  return box;
}

// Every scene has the same keys, a hundred pixels each; its ground tells what it was made for.
Scene scene_for(const Request& request) {
  Scene scene;
  scene.pages = request.session.text_size == kiosk::TextSize::Normal ? 3 : 1;
  scene.ground.red = static_cast<std::uint8_t>(request.number);
  scene.root.rect = {0, 0, 100, 1000};
  scene.root.children = {key("arabic", 0, {ActionKind::ChooseLanguage, "ar"}),
                         key("topic", 100, {ActionKind::OpenTopic, "wohngeld"}),
                         key("next", 200, {ActionKind::NextPage, {}}),
                         key("emergency", 300, {ActionKind::OpenEmergency, {}}),
                         key("leave", 400, {ActionKind::Leave, {}}),
                         key("theme", 500, {ActionKind::NextTheme, {}}),
                         key("size", 600, {ActionKind::NextTextSize, {}})};
  return scene;
}

class Kiosk final {
 public:
  explicit Kiosk(ShellRules rules = {}) : shell(std::move(rules), 0s, wall) { answer(); }

  // The worker answers what was asked last, if anything was.
  bool answer() {
    const auto request = shell.take_request();
    if (!request)
      return false;
    asked = *request;
    shell.answered({*request, scene_for(*request), {}}, now);
    return true;
  }
  void down(int y) { shell.finger_down(50, y, now); }
  void up(int y) { shell.finger_up(50, y, now); }
  void touch(int y) {
    now += 1s;
    down(y);
    up(y);
  }
  void wait(Instant time) {
    now += time;
    shell.tick(now, wall);
  }
  std::string pressed() const { return shell.view().keys.pressed; }
  ScreenKind screen() const { return shell.session().place().screen; }

  Instant now{0};
  Shell shell;
  Request asked;
};

constexpr int arabic = 50, topic = 150, next = 250, emergency = 350, leave = 450, theme = 550,
              size = 650, nothing = 950;

}  // namespace

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
    kiosk.shell.key(EventKind::Activate, 1s);
    CHECK(kiosk.shell.session() == Session{});
    const char* order[] = {"arabic", "topic", "next", "emergency",
                           "leave",  "theme", "size", "arabic"};
    for (const char* name : order) {
      kiosk.shell.key(EventKind::FocusNext, 1s);
      CHECK(kiosk.shell.view().keys.focused == name);
    }
    kiosk.shell.key(EventKind::FocusPrevious, 1s);
    CHECK(kiosk.shell.view().keys.focused == "size");
  }

  TEST_CASE("activating and going back") {
    Kiosk kiosk;
    kiosk.shell.key(EventKind::FocusNext, 1s);
    kiosk.shell.key(EventKind::Activate, 1s);
    CHECK(kiosk.screen() == ScreenKind::Home);
    kiosk.answer();
    kiosk.shell.key(EventKind::Back, 2s);
    CHECK(kiosk.screen() == ScreenKind::Languages);
  }

  TEST_CASE("under the warning any key only says that somebody is there") {
    Kiosk kiosk;
    kiosk.touch(arabic);
    kiosk.answer();
    kiosk.wait(100s);
    kiosk.answer();
    kiosk.shell.key(EventKind::Back, kiosk.now);
    CHECK(kiosk.screen() == ScreenKind::Home);
    REQUIRE(kiosk.answer());
    CHECK(kiosk.asked.moment.idle_seconds_left == -1);
  }
}
