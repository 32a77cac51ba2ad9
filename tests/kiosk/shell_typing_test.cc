// Typing by touch, keypad and keyboard: what the shell makes of it, whatever the disk does.
#include <doctest/doctest.h>

#include "kiosk/steering.h"
#include "tests/fixtures/shell_bench.h"

using namespace shell_bench;

namespace {

constexpr int key_a = 120, key_b = 180, field = 250;

// A search screen: a field with three places for the caret, two letters near each other, «Beenden».
Scene search_scene(const Request& request) {
  Scene scene;
  scene.root.rect = {0, 0, 100, 1000};
  Box text = key("search:field", 200, {ActionKind::PlaceCaret, {}});
  for (int i = 0; i < 3; ++i)
    text.stops.push_back(
        {10 + 40 * i, std::to_string(i), static_cast<int>(request.session.typing.caret) == i});
  Box a = key("key:a", 100, {ActionKind::TypeText, "a"});
  Box b = key("key:b", 160, {ActionKind::TypeText, "b"});
  a.rect.height = b.rect.height = 50;
  scene.root.children = {text, a, b, key("leave", 400, {ActionKind::Leave, {}}),
                         key("bar:home", 500, {ActionKind::OpenHome, {}})};
  return scene;
}

class Desk final {
 public:
  Desk() : shell(rules(), 0s, wall) { answer(); }

  bool answer() {
    const auto request = shell.take_request();
    if (!request)
      return false;
    shell.answered({*request, search_scene(*request), {}}, now);
    return true;
  }
  void touch(int y, Instant later, int x = 50) {
    now += later;
    shell.finger_down(x, y, now);
    shell.finger_up(x, y, now);
  }
  void strike(const kiosk::Event& event, Instant later = 1s) {
    now += later;
    shell.key(event, now);
  }
  std::string typed() const { return shell.session().typing.text; }

  Instant now{0};
  Shell shell;

 private:
  static ShellRules rules() {
    ShellRules rules;
    rules.fresh = kiosk::apply({}, {ActionKind::ChooseLanguage, "de"});
    rules.fresh = kiosk::apply(rules.fresh, {ActionKind::OpenSearch, {}});
    return rules;
  }
};

}  // namespace

TEST_SUITE("shell, typing") {
  TEST_CASE("letters come faster than pages, and none is lost") {
    Desk desk;
    desk.touch(key_a, 1s);
    desk.touch(key_b, 1s);  // nothing was answered yet
    desk.strike({.kind = EventKind::Text, .text = "c"});
    desk.strike({EventKind::Space});
    desk.strike({.kind = EventKind::Text, .text = "d"});
    CHECK(desk.typed() == "abc d");
    desk.strike({EventKind::Erase});
    CHECK(desk.typed() == "abc ");
    CHECK(desk.answer());
  }

  TEST_CASE("the neighbouring letter counts at once, the same one only after a while") {
    Desk desk;
    desk.touch(key_a, 1s);
    desk.touch(key_b, 80ms);
    CHECK(desk.typed() == "ab");
    desk.touch(key_b, 80ms);
    CHECK(desk.typed() == "ab");
    desk.touch(key_b, 400ms);
    CHECK(desk.typed() == "abb");
  }

  TEST_CASE("a touch in the text places the caret where it is nearest") {
    Desk desk;
    desk.touch(key_a, 1s);
    desk.touch(key_b, 1s);
    desk.answer();
    desk.touch(field, 1s, 45);
    CHECK(desk.shell.session().typing.caret == 1);
    desk.answer();
    desk.strike({EventKind::ArrowLeft});
    CHECK(desk.shell.session().typing.caret == 0);
    desk.answer();
    desk.strike({EventKind::ArrowLeft});
    CHECK(desk.shell.session().typing.caret == 0);
    desk.strike({EventKind::ArrowRight});
    CHECK(desk.shell.session().typing.caret == 1);
  }

  TEST_CASE("with the focus on a letter, select and space type it; arrows leave the text alone") {
    Desk desk;
    desk.strike({EventKind::FocusNext});
    desk.strike({EventKind::FocusNext});
    CHECK(desk.shell.view().keys.focused == "key:a");
    desk.strike({EventKind::Activate});
    desk.strike({EventKind::Space});
    CHECK(desk.typed() == "aa");
    desk.strike({EventKind::ArrowRight});
    CHECK(desk.shell.view().keys.focused == "key:b");
  }

  TEST_CASE("a keypad goes home, and keys that mean nothing here only say that somebody is there") {
    Desk desk;
    const Session before = desk.shell.session();
    for (const EventKind kind : {EventKind::JackIn, EventKind::JackOut, EventKind::Help})
      desk.strike({kind});
    CHECK(desk.shell.session() == before);
    desk.strike({EventKind::Home});
    CHECK(desk.shell.session().place().screen == ScreenKind::Home);
  }

  TEST_CASE("the same key again within the time asked for does nothing more") {
    Desk desk;
    desk.strike({EventKind::FocusNext});
    for (int i = 0; i < 20; ++i)
      desk.strike({EventKind::FocusNext}, 100ms);
    CHECK(desk.shell.view().keys.focused == "search:field");
    desk.strike({EventKind::FocusNext}, 300ms);
    CHECK(desk.shell.view().keys.focused == "key:a");
  }

  TEST_CASE("who leaves leaves no letter: session, request and strokes are as at the start [R34]") {
    Desk desk;
    const Session fresh = desk.shell.session();
    desk.touch(key_a, 1s);
    desk.strike({.kind = EventKind::Text, .text = "kanarienvogel"});
    desk.answer();
    desk.touch(450, 1s);
    CHECK(desk.shell.session() == fresh);
    const auto request = desk.shell.take_request();
    REQUIRE(request);
    CHECK(request->forget);
    CHECK(request->session == fresh);
  }
}
