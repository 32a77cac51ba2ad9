#include "kiosk/session/session.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace {

using kiosk::Action;
using kiosk::ActionKind;
using kiosk::Place;
using kiosk::ScreenKind;
using kiosk::Session;

Session after(std::initializer_list<Action> actions) {
  Session session;
  for (const Action& action : actions)
    session = kiosk::apply(session, action);
  return session;
}

const Action arabic{ActionKind::ChooseLanguage, "ar"};
const Action turkish{ActionKind::ChooseLanguage, "tr"};
const Action situation{ActionKind::OpenSituation, "wohnen"};
const Action topic{ActionKind::OpenTopic, "wohngeld"};
const Action back{ActionKind::Back, {}};

}  // namespace

TEST_SUITE("session/session") {
  TEST_CASE("the first language leads home") {
    const Session session = after({arabic});
    CHECK(session.language == "ar");
    CHECK(session.place() == Place{ScreenKind::Home, "", 0});
  }

  TEST_CASE("a language change keeps the place and its page") {
    const Session before = after({arabic, situation, topic, {ActionKind::NextPage, {}}});
    Session session = kiosk::apply(before, {ActionKind::OpenLanguages, {}});
    CHECK(session.place().screen == ScreenKind::Languages);
    session = kiosk::apply(session, turkish);
    CHECK(session.language == "tr");
    CHECK(session.trail == before.trail);
  }

  TEST_CASE("a language chosen again from the first screen leads home") {
    const Session session = after({arabic, back, turkish});
    CHECK(session.place().screen == ScreenKind::Home);
    CHECK(session.trail.size() == 2);
  }

  TEST_CASE("back walks the trail to the first screen and stays there") {
    Session session = after({arabic, situation, topic});
    const ScreenKind way[] = {ScreenKind::TopicsOfSituation, ScreenKind::Home,
                              ScreenKind::Languages, ScreenKind::Languages};
    for (const ScreenKind expected : way) {
      session = kiosk::apply(session, back);
      CHECK(session.place().screen == expected);
    }
    CHECK(session.trail.size() == 1);
  }

  TEST_CASE("any topic is three selections away [R33]") {
    CHECK(after({arabic, situation, topic}).place() == Place{ScreenKind::Topic, "wohngeld", 0});
  }

  TEST_CASE("pages turn in place and never below the first") {
    const Action next{ActionKind::NextPage, {}};
    const Action previous{ActionKind::PreviousPage, {}};
    CHECK(after({arabic, situation, topic, next, next, previous}).place().page == 1);
    CHECK(after({arabic, situation, topic, previous}).place().page == 0);
    CHECK(after({arabic, situation, topic, next, next, {ActionKind::FirstPage, {}}}).place().page ==
          0);
    CHECK(after({arabic, situation, topic, next, back}).place().screen ==
          ScreenKind::TopicsOfSituation);
  }

  TEST_CASE("touching the same key twice is one step of the trail") {
    CHECK(after({arabic, situation, situation}) == after({arabic, situation}));
    CHECK(after({arabic, {ActionKind::OpenEmergency, {}}, {ActionKind::OpenEmergency, {}}}) ==
          after({arabic, {ActionKind::OpenEmergency, {}}}));
  }

  TEST_CASE("a topic read in another language is a step of its own [R04]") {
    const Session fallback = after({arabic, situation, topic});
    const Session german = kiosk::apply(fallback, {ActionKind::ReadTopicIn, "de"});
    CHECK(german.language == "ar");
    CHECK(german.language_of_topic == "de");
    CHECK(kiosk::apply(german, back) == fallback);
    SUBCASE("emergency numbers do not forget it") {
      const Session there = kiosk::apply(german, {ActionKind::OpenEmergency, {}});
      CHECK(kiosk::apply(there, back) == german);
    }
    SUBCASE("the next topic and another language do") {
      CHECK(kiosk::apply(german, {ActionKind::OpenTopic, "kindergeld"}).language_of_topic.empty());
      CHECK(kiosk::apply(german, turkish).language_of_topic.empty());
    }
    SUBCASE("the visitor's own language is nothing to remember") {
      CHECK(kiosk::apply(german, {ActionKind::ReadTopicIn, "ar"}).language_of_topic.empty());
    }
  }

  TEST_CASE("emergency numbers and languages open before a language is chosen [R24]") {
    const Session session = after({{ActionKind::OpenEmergency, {}}});
    CHECK(session.place().screen == ScreenKind::Emergency);
    CHECK(kiosk::apply(session, back) == Session{});
  }

  TEST_CASE("home begins the way anew") {
    const Session session = after({arabic, situation, topic, {ActionKind::OpenHome, {}}});
    CHECK(session.trail.size() == 2);
    CHECK(session.place().screen == ScreenKind::Home);
    CHECK(after({{ActionKind::OpenHome, {}}}) == Session{});
  }

  TEST_CASE("themes and text sizes go round") {
    Session session;
    for (int i = 0; i < 4; ++i) {
      session = kiosk::apply(session, {ActionKind::NextTheme, {}});
      session = kiosk::apply(session, {ActionKind::NextTextSize, {}});
      CHECK((session == Session{}) == (i == 3));
    }
  }

  TEST_CASE("leaving is a fresh session whatever was there [R34]") {
    const Session session = after({arabic,
                                   situation,
                                   topic,
                                   {ActionKind::ReadTopicIn, "de"},
                                   {ActionKind::NextTheme, {}},
                                   {ActionKind::NextTextSize, {}},
                                   {ActionKind::NextPage, {}},
                                   {ActionKind::Leave, {}}});
    CHECK(session == Session{});
  }

  TEST_CASE("a touch panel that never rests does not fill the memory") {
    Session session = after({arabic});
    for (int i = 0; i < 1000; ++i)
      session = kiosk::apply(session, {ActionKind::OpenTopic, "topic-" + std::to_string(i)});
    CHECK(session.trail.size() <= 64);
    CHECK(session.place().id == "topic-999");
    CHECK(session.trail.front() == Place{});
  }
}
