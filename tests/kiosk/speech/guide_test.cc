// Speech mode, by somebody who sees nothing: what is heard after each key, on the real shell and
// the real screens; the test is worker, voice and clock.
#include "kiosk/guide.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "kiosk/accessibility/examine.h"
#include "kiosk/canvas/recording_canvas.h"
#include "kiosk/widgets/draw.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/standpoint.h"
#include "tools/tried_shell.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

Stage& stage() {
  static Stage one;
  return one;
}

class Guided final {
 public:
  Guided() : tried(stage().library, *stage().text, stage().moment) {}

  // Strikes a key and listens to all that is said then.
  std::vector<Saying> hear(EventKind kind) {
    tried.wait(600ms);
    tried.strike({.kind = kind});
    return hear();
  }
  std::vector<Saying> hear() {
    std::vector<Saying> heard;
    while (tried.shell().saying()) {
      heard.push_back(*tried.shell().saying());
      tried.spoken();
      REQUIRE(heard.size() < 500);
    }
    return heard;
  }
  // Goes on until a key says so, and chooses it.
  std::vector<Saying> choose(const std::string& words) {
    for (int strikes = 0; strikes < 100; ++strikes) {
      const auto heard = hear(EventKind::FocusNext);
      if (!heard.empty() && heard.front().text.find(words) != std::string::npos)
        return hear(EventKind::Activate);
    }
    FAIL("no key says " << words);
    return {};
  }
  const Hearing& hearing() const { return tried.session().hearing; }
  std::string focused() const { return tried.shell().view().keys.focused; }

  TriedShell tried;
};

bool says(const std::vector<Saying>& heard, const std::string& words,
          const std::string& voice = "de") {
  return std::any_of(heard.begin(), heard.end(), [&](const Saying& saying) {
    return saying.voice == voice && saying.text.find(words) != std::string::npos;
  });
}

}  // namespace

TEST_SUITE("speech mode") {
  TEST_CASE("headphones start it on the first screen, with every language by its own voice [R35]") {
    Guided guided;
    CHECK(guided.hear().empty());
    const auto heard = guided.hear(EventKind::JackIn);
    REQUIRE_FALSE(heard.empty());
    CHECK(heard.front().text.find("Sprachausgabe ist an") != std::string::npos);
    CHECK(says(heard, "Deutsch"));
    CHECK(says(heard, "Türkçe", "tr"));
    CHECK(says(heard, "العربية", "ar"));
    CHECK(says(heard, "Taste, 1 von"));
    CHECK(says(heard, "düğme, ", "tr"));
    CHECK(guided.hearing().aloud);
  }

  TEST_CASE("the marked key starts and ends it, without leave to be heard by all") {
    Guided guided;
    CHECK_FALSE(guided.hear(EventKind::Speech).empty());
    CHECK(guided.hearing().guided);
    CHECK_FALSE(guided.hearing().aloud);
    CHECK(guided.hear(EventKind::Speech).empty());
    CHECK_FALSE(guided.hearing().guided);
    CHECK(guided.hear(EventKind::FocusNext).empty());
  }

  TEST_CASE("the focus says what it comes to and goes along with what is said") {
    Guided guided;
    guided.hear(EventKind::JackIn);
    guided.choose("Deutsch");
    CHECK(guided.tried.session().place().screen == ScreenKind::Home);
    const std::string last = guided.focused();
    CHECK_FALSE(last.empty());
    const auto next = guided.hear(EventKind::FocusNext);
    CHECK(guided.focused() != last);
    REQUIRE(next.size() == 2);
    CHECK(next.back().text.find("Taste, ") == 0);
    const auto back = guided.hear(EventKind::FocusPrevious);
    CHECK(guided.focused() == last);
    REQUIRE_FALSE(back.empty());
    // Asked for again it is the same.
    CHECK(guided.hear(EventKind::Repeat).front().text == back.front().text);
  }

  TEST_CASE("any key ends what is being said, also one that does nothing [5.1.3.5]") {
    Guided guided;
    guided.tried.wait(600ms);
    guided.tried.strike({.kind = EventKind::JackIn});
    REQUIRE(guided.tried.shell().saying());
    guided.tried.wait(600ms);
    guided.tried.strike({.kind = EventKind::Text, .text = "x"});
    CHECK_FALSE(guided.tried.shell().saying());
    // What was to come after it comes when asked for again.
    CHECK(guided.hear(EventKind::Repeat).size() > 3);
  }

  TEST_CASE("a page is said whole; of the next page only what is new, without a touch") {
    Guided guided;
    guided.hear(EventKind::JackIn);
    guided.choose("Deutsch");
    guided.choose("Neu in Herne");
    const auto heard = guided.choose("Wohnsitz anmelden");
    CHECK(says(heard, "Wohnsitz anmelden"));
    CHECK(says(heard, "Überschrift"));
    CHECK(says(heard, "Was ist das?"));
    CHECK(guided.tried.session().place().page == 0);  // nobody turns the page for her
    const auto further = guided.choose("Weiter");
    CHECK(guided.tried.session().place().page == 1);
    CHECK_FALSE(further.empty());
    CHECK_FALSE(says(further, "Was ist das?"));
  }

  TEST_CASE(
      "a topic not everybody shall hear is asked about first, unless headphones are in [5.1.3.9]") {
    Guided loud;
    loud.hear(EventKind::Speech);
    loud.choose("Deutsch");
    loud.choose("Neu in Herne");
    const auto asked = loud.choose("Hilfe");
    CHECK(loud.hearing().silence == Silence::Ask);
    CHECK(says(asked, "Andere Menschen können mithören"));
    loud.choose("Nicht vorlesen");
    CHECK(loud.hearing().guided);
    CHECK(loud.tried.session().place().screen == ScreenKind::TopicsOfSituation);
    loud.choose("Hilfe");
    CHECK_FALSE(loud.choose("Laut vorlesen").empty());
    CHECK(loud.hearing().silence == Silence::None);

    Guided alone;
    alone.hear(EventKind::JackIn);
    alone.choose("Deutsch");
    alone.choose("Neu in Herne");
    alone.choose("Hilfe");
    CHECK(alone.hearing().silence == Silence::None);
  }

  TEST_CASE("what is chosen and typed is said, and the focus stays at the letters [5.1.3.1]") {
    Guided guided;
    guided.hear(EventKind::JackIn);
    guided.choose("Deutsch");
    const auto search = guided.choose("Suche");
    CHECK(says(search, "Eingabefeld"));
    guided.choose("w");
    CHECK(guided.focused() == "key:w");
    const auto typed = guided.choose("o");
    CHECK(says(typed, "wo"));
    CHECK(guided.focused() == "key:o");

    const auto sizes = guided.choose("Schrift");
    CHECK(says(sizes, "nicht ausgewählt"));
    CHECK(says(guided.choose("Am größten"), "Am größten: ausgewählt"));
  }

  TEST_CASE("the keypad's keys change pace and loudness, and the sentence is said anew [5.1.3.4]") {
    Guided guided;
    guided.hear(EventKind::JackIn);
    guided.choose("Deutsch");
    const Saying usual = guided.hear(EventKind::Repeat).front();
    const auto slower = guided.hear(EventKind::Slower);
    REQUIRE_FALSE(slower.empty());
    CHECK(slower.front().text == usual.text);
    CHECK(slower.front().words_a_minute < usual.words_a_minute);
    const auto louder = guided.hear(EventKind::Volume);
    REQUIRE_FALSE(louder.empty());
    CHECK(louder.front().loudness > usual.loudness);
    CHECK(guided.hearing().guided);
  }

  TEST_CASE("a dark screen shows nothing and says all; back twice, or a touch, shows it again") {
    Guided guided;
    guided.hear(EventKind::JackIn);
    guided.choose("Deutsch");
    guided.choose("Schrift");
    CHECK(says(guided.choose("Bildschirm dunkel"), "Zweimal Zurück"));
    REQUIRE(guided.hearing().dark);
    CHECK(says(guided.hear(EventKind::FocusNext), "Taste"));
    const View view = guided.tried.shell().view();
    RecordingCanvas canvas({1080, 1920});
    draw(view.scene->root, canvas, Look{}, view.keys);
    CHECK(canvas.dump().empty());
    CHECK(view.scene->ground == Color{0, 0, 0, 255});

    SUBCASE("back twice") {
      guided.hear(EventKind::Back);
      CHECK(guided.hearing().dark);
      guided.hear(EventKind::Back);
      CHECK_FALSE(guided.hearing().dark);
    }
    SUBCASE("a touch, and it does nothing else") {
      const auto place = guided.tried.session().place();
      guided.tried.touch(guided.tried.middle("bar:home"));
      CHECK_FALSE(guided.hearing().dark);
      CHECK(guided.tried.session().place() == place);
    }
    SUBCASE("headphones out") {
      guided.hear(EventKind::JackOut);
      CHECK_FALSE(guided.hearing().dark);
    }
  }

  TEST_CASE("headphones out: silent at once, asked at once, gone after twenty seconds") {
    Guided guided;
    guided.hear(EventKind::JackIn);
    guided.choose("Deutsch");
    CHECK(guided.hear(EventKind::JackOut).empty());
    CHECK_FALSE(guided.tried.shell().vacant());
    CHECK(guided.tried.key("continue") != nullptr);

    SUBCASE("and nobody says that she is here") {
      guided.tried.wait(19s);
      CHECK_FALSE(guided.tried.shell().vacant());
      guided.tried.wait(2s);
      CHECK(guided.tried.shell().vacant());
      CHECK(guided.tried.session() == Session{});
    }
    SUBCASE("who goes on by touch has all the time again") {
      guided.tried.touch(guided.tried.middle("continue"));
      guided.tried.wait(60s);
      CHECK_FALSE(guided.tried.shell().vacant());
      CHECK(guided.tried.key("continue") == nullptr);
    }
  }

  TEST_CASE("the question whether she is there is said once, and a key answers it [11.2.2.1]") {
    Guided guided;
    guided.hear(EventKind::JackIn);
    guided.choose("Deutsch");
    guided.tried.wait(91s);
    CHECK(says(guided.hear(), "Sind Sie noch da?"));
    REQUIRE(guided.tried.key("continue") != nullptr);  // being asked is no answer
    guided.tried.wait(5s);
    CHECK(guided.hear().empty());

    SUBCASE("she answers") {
      guided.hear(EventKind::FocusNext);
      CHECK(guided.tried.key("continue") == nullptr);
      CHECK_FALSE(guided.tried.shell().vacant());
    }
    SUBCASE("nobody answers") {
      guided.tried.wait(30s);
      CHECK(guided.tried.shell().vacant());
      CHECK(guided.tried.session() == Session{});
      CHECK_FALSE(guided.tried.shell().saying());
    }
  }

  TEST_CASE("a voice that breaks ends it with a word on the screen") {
    Guided guided;
    guided.tried.wait(600ms);
    guided.tried.strike({.kind = EventKind::JackIn});
    guided.tried.spoken(SaidHow::Missing);
    CHECK_FALSE(guided.hearing().guided);
    CHECK(guided.hearing().silence == Silence::Broken);
    CHECK_FALSE(guided.tried.shell().saying());
  }

  TEST_CASE(
      "every heading, picture and key of every screen says what it is, keys which one [R35]") {
    for (const std::string screen : sample_screens)
      for (const char* language : {"de", "tr", "ar"}) {
        CAPTURE(screen);
        CAPTURE(language);
        Session session = standpoint(screen, language, 1)->session;
        session.hearing.guided = session.hearing.aloud = true;
        const Scene scene = stage().scene(session, upright);
        std::set<std::string> roles;
        std::size_t keys = 0;
        for (const Utterance& utterance : scene.speech) {
          const bool key = !utterance.key.empty() && utterance.kind != Utterance::Kind::Letter;
          const bool told = key || utterance.kind == Utterance::Kind::Heading ||
                            utterance.kind == Utterance::Kind::Picture;
          CAPTURE(utterance.key);
          CHECK(utterance.role.has_value() == told);
          if (key)
            roles.insert(utterance.role->said.substr(utterance.role->said.find(',')));
          keys += key;
        }
        CHECK(keys > 3);
        if (screen != "attract" && screen != "languages")  // there each in its own language
          CHECK(roles.size() == keys);
        CHECK(scene.speech.back().kind == Utterance::Kind::Guide);
      }
  }

  TEST_CASE("a language nobody reads out is offered by its German name and says so when chosen") {
    stage().library.speak(
        {"ti", "ti", "Ethi", Direction::LeftToRight, "ትግርኛ", "", content::Tier::Welcome, 7});
    Guided guided;
    CHECK(says(guided.hear(EventKind::JackIn), "Tigrinya"));
    const auto heard = guided.choose("Tigrinya");
    CHECK(guided.hearing().silence == Silence::NoVoice);
    CHECK(says(heard, "In dieser Sprache kann der Kiosk nicht vorlesen"));
    CHECK(std::all_of(heard.begin(), heard.end(),
                      [](const Saying& saying) { return saying.voice == "de"; }));
    CHECK(guided.hearing().guided);  // another language can be chosen
  }
}
