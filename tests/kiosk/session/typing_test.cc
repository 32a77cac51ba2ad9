#include "kiosk/session/typing.h"

#include <doctest/doctest.h>

#include "kiosk/session/session.h"
#include "kiosk/session/strike.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

Typing typed(std::string_view text) {
  Typing typing;
  type(typing, text);
  return typing;
}

Session searching() {
  Session session = apply({}, {ActionKind::ChooseLanguage, "ar"});
  return apply(session, {ActionKind::OpenSearch, {}});
}

}  // namespace

TEST_SUITE("session/typing") {
  TEST_CASE("letters go in at the caret, of any script, and the caret follows them") {
    Typing typing = typed("Wongeld");
    place_caret(typing, "2");
    type(typing, "h");
    CHECK(typing.text == "Wohngeld");
    CHECK(typing.caret == 3);
    replace_text(typing, "سكن");
    type(typing, "ك");
    CHECK(typing.text == "سكنك");
    CHECK(typing.caret == typing.text.size());
    CHECK_FALSE(typing.before_next);
  }

  TEST_CASE("erasing takes one character, a mark before its letter") {
    Typing typing = typed("gi\u0301ß");
    erase_back(typing);
    CHECK(typing.text == "gi\u0301");
    erase_back(typing);
    CHECK(typing.text == "gi");
    place_caret(typing, "0>");
    erase_back(typing);
    CHECK(typing.text == "gi");
    place_caret(typing, "1");
    erase_back(typing);
    CHECK(typing.text == "i");
    CHECK(typing.caret == 0);
  }

  TEST_CASE("what is no text is not typed, and nobody types without end") {
    Typing typing = typed("a");
    for (const char* bad : {"\xff", "b\xc3", "\n", "\x7f", "\x1b[A"})
      type(typing, bad);
    CHECK(typing.text == "a");
    for (int i = 0; i < 100; ++i)
      type(typing, "üb");
    CHECK(typing.text.size() == 1 + 47 + 24);
    CHECK(typing.text.ends_with("ü"));
  }

  TEST_CASE("a caret stands between characters; any other place is the end") {
    Typing typing = typed("aüb");
    place_caret(typing, caret_word(1, true));
    CHECK(typing.caret == 1);
    CHECK(typing.before_next);
    for (const char* place : {"2", "99", "-1", "x", "", "1x", ">"}) {
      place_caret(typing, place);
      CHECK(typing.caret == 4);
    }
  }

  TEST_CASE("typing is heard on the search screen only, and begins at its first page again") {
    const Session home = apply({}, {ActionKind::ChooseLanguage, "tr"});
    CHECK(apply(home, {ActionKind::TypeText, "a"}) == home);
    Session session = apply(searching(), {ActionKind::TypeText, "س"});
    session = apply(session, {ActionKind::OpenResults, {}});
    CHECK(session.place() == Place{ScreenKind::Search, "results", 0});
    session = apply(session, {ActionKind::NextPage, {}});
    session = apply(session, {ActionKind::TypeText, "ك"});
    CHECK(session.place() == Place{ScreenKind::Search, "", 0});
    CHECK(session.typing.text == "سك");
  }

  TEST_CASE("from a topic back to the results, and from the results to the keyboard") {
    Session session = apply(searching(), {ActionKind::TypeText, "س"});
    session = apply(session, {ActionKind::OpenResults, {}});
    session = apply(session, {ActionKind::OpenTopic, "wohngeld"});
    session = apply(session, {ActionKind::Back, {}});
    CHECK(session.place().id == "results");
    const std::size_t steps = session.trail.size();
    CHECK(apply(session, {ActionKind::OpenSearch, {}}).trail.size() == steps - 1);
    session = apply(session, {ActionKind::Back, {}});
    CHECK(session.place().id.empty());
    CHECK(session.typing.text == "س");
  }

  TEST_CASE("another language begins with its own letters; leaving keeps nothing typed [R34]") {
    Session session = apply(searching(), {ActionKind::TypeText, "kanarienvogel"});
    session = apply(session, {ActionKind::ChooseKeys, "signs"});
    CHECK(session.typing.layer == KeyLayer::Signs);
    CHECK(apply(session, {ActionKind::ChooseKeys, "runes"}) == session);
    CHECK(apply(session, {ActionKind::ChooseLanguage, "uk"}).typing.layer == KeyLayer::Letters);
    CHECK(apply(session, {ActionKind::Leave, {}}) == Session{});
  }

  TEST_CASE("the same key too soon is a trembling hand; half a second can be asked for") {
    Strikes strikes(500ms);
    CHECK(strikes.counts("a", 1s));
    CHECK_FALSE(strikes.counts("a", 1400ms));
    CHECK(strikes.counts("b", 1450ms));
    CHECK(strikes.counts("b", 2050ms));
    for (auto now = 3000ms; now < 8000ms; now += 30ms)  // held by a keyboard that sends letters
      CHECK(strikes.counts("c", now) == (now == 3000ms));
    strikes.forget();
    CHECK(strikes.counts("c", 8000ms));
  }
}
