// Reading aloud, from the key to the last sentence: shell and screens are the real ones, the test
// is worker, voice and clock.
#include "kiosk/narrator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

#include "kiosk/shell.h"
#include "kiosk/widgets/fits.h"
#include "kiosk/widgets/hit.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/standpoint.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr WallTime wall{{2026, 11, 23}, 10, 24, 1h};

class Listener final {
 public:
  explicit Listener(const std::string& screen, const std::string& language = "de")
      : shell(rules(screen, language), 0s, wall) {
    if (language == "ti")
      stage().library.speak(
          {"ti", "ti", "Ethi", Direction::LeftToRight, "ትግርኛ", "", content::Tier::Welcome, 7});
    answer();
  }

  void touch(const std::string& name) {
    const Box* box = find_key(shell.view().scene->root, name);
    REQUIRE_MESSAGE(box != nullptr, name);
    now += 1s;
    const int x = box->rect.x + box->rect.width / 2;
    const int y = box->rect.y + box->rect.height / 2;
    shell.finger_down(x, y, now);
    shell.finger_up(x, y, now);
    answer();
  }
  void key(EventKind kind) {
    now += 1s;
    shell.key({.kind = kind}, now);
    answer();
  }
  // The voice has said what it was to say.
  void said(SaidHow how = SaidHow::Done) {
    REQUIRE(shell.saying());
    now += 1s;
    shell.said({shell.saying()->number, how}, now);
    answer();
  }
  std::string heard() const { return shell.saying() ? shell.saying()->text : std::string(); }
  Hearing::State state() const { return shell.session().hearing.state; }
  int grounds() const { return count(shell.view().scene->root); }
  bool shows(const std::string& name) const {
    return find_key(shell.view().scene->root, name) != nullptr;
  }
  void answer() {
    while (const auto request = shell.take_request())
      shell.answered(
          {*request,
           make_scene(request->session, stage().library, request->moment, upright, *stage().text),
           {}},
          now);
  }

  Instant now{0};
  Shell shell;

 private:
  static Stage& stage() {
    static Stage one;
    return one;
  }
  static ShellRules rules(const std::string& screen, const std::string& language) {
    ShellRules result;
    result.fresh = standpoint(screen, language, 1)->session;
    return result;
  }
  static int count(const Box& box) {
    int sum = box.marked.empty() ? 0 : 1;
    for (const Box& child : box.children)
      sum += count(child);
    return sum;
  }
};

// Words of a text, parted by spaces, without marks of direction and the stops at their ends.
std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string plain = text + " ";
  for (const char* mark : {"\u2066", "\u2067", "\u2068", "\u2069", "\u200E", "\u200F"})
    for (std::size_t at = 0; (at = plain.find(mark)) != std::string::npos;)
      plain.erase(at, std::string_view(mark).size());
  std::string word;
  for (const char letter : plain) {
    if (letter != ' ' && letter != '\n') {
      word += letter;
      continue;
    }
    const std::size_t last = word.find_last_not_of(".,:;");
    word.resize(last == std::string::npos ? 0 : last + 1);
    if (std::any_of(word.begin(), word.end(),
                    [](unsigned char byte) { return byte >= 0x80 || std::isalnum(byte) != 0; }))
      words.insert(word);
    word.clear();
  }
  return words;
}

// Every word that stands in a box and is not in the log. A dash or a dot alone is no word.
std::string unheard(const Box& box, const std::set<std::string>& heard) {
  std::string missing;
  if (box.paint.text && !box.paint.text->lines.empty()) {
    const std::vector<Line>& lines = box.paint.text->lines;
    const std::string text =
        box.paint.text->text.substr(lines.front().start, lines.back().end - lines.front().start);
    for (const std::string& word : words_of(text))
      if (!heard.contains(word) && word.size() > 3)
        missing += box.name + ": " + word + "\n";
  }
  for (const Box& child : box.children)
    missing += unheard(child, heard);
  return missing;
}

}  // namespace

TEST_SUITE("read aloud") {
  TEST_CASE("a topic is read sentence by sentence, each standing out, page after page [R33]") {
    Listener listener("topic:anmelden");
    CHECK_FALSE(listener.shell.saying());
    listener.touch("bar:speak");
    REQUIRE(listener.state() == Hearing::State::Reading);
    std::vector<std::string> heard;
    int last_page = 0;
    while (listener.shell.saying()) {
      heard.push_back(listener.heard());
      CHECK(listener.shell.saying()->voice == "de");
      last_page = listener.shell.session().place().page;
      listener.said();
    }
    CHECK(heard.size() > 10);
    CHECK(std::count(heard.begin(), heard.end(), heard.front()) == 1);  // no title twice
    CHECK(last_page > 0);
    CHECK(listener.state() == Hearing::State::Off);  // and then it is still
  }

  TEST_CASE("the sentence that is read has another ground, and only that") {
    Listener listener("topic:anmelden");
    CHECK(listener.grounds() == 0);
    listener.touch("bar:speak");
    CHECK(listener.grounds() == 1);
    listener.said();
    CHECK(listener.grounds() == 1);
    listener.touch("hear:done");
    CHECK(listener.grounds() == 0);
    CHECK_FALSE(listener.shell.saying());
  }

  TEST_CASE("stop stops at once, before the page has changed; going on begins with the sentence") {
    Listener listener("topic:anmelden");
    listener.touch("bar:speak");
    listener.said();
    const std::string sentence = listener.heard();
    const Box* key = find_key(listener.shell.view().scene->root, "bar:speak");
    listener.now += 1s;
    listener.shell.finger_down(key->rect.x + 5, key->rect.y + 5, listener.now);
    listener.shell.finger_up(key->rect.x + 5, key->rect.y + 5, listener.now);
    CHECK_FALSE(listener.shell.saying());  // nobody has answered yet
    listener.answer();
    CHECK(listener.state() == Hearing::State::Paused);
    listener.touch("hear:again");  // once, and then it is still again
    CHECK(listener.heard() == sentence);
    listener.said();
    CHECK_FALSE(listener.shell.saying());
    listener.touch("bar:speak");
    CHECK(listener.heard() == sentence);
  }

  TEST_CASE("slower and louder say the sentence so; the next visitor begins anew [5.1.3.13]") {
    Listener listener("topic:anmelden");
    listener.touch("bar:speak");
    const Saying first = *listener.shell.saying();
    listener.touch("hear:slower");
    listener.touch("hear:louder");
    const Saying second = *listener.shell.saying();
    CHECK(second.text == first.text);
    CHECK(second.number > first.number);
    CHECK(second.words_a_minute < first.words_a_minute);
    CHECK(second.loudness > first.loudness);
    listener.key(EventKind::Faster);
    CHECK(listener.shell.saying()->words_a_minute == first.words_a_minute);
    for (int i = 0; i < 10; ++i)
      listener.key(EventKind::Slower);
    CHECK_FALSE(listener.shows("hear:slower"));  // what leads nowhere is no key
    listener.touch("bar:leave-now");
    CHECK(listener.shell.session().hearing == Hearing{});
  }

  TEST_CASE("leaving, another page and nobody there silence it") {
    Listener listener("topic:anmelden");
    listener.touch("bar:speak");
    SUBCASE("leave") {
      listener.touch("bar:leave-now");
    }
    SUBCASE("home") {
      listener.touch("bar:home");
    }
    SUBCASE("emergency") {
      listener.touch("bar:emergency");
    }
    CHECK_FALSE(listener.shell.saying());
    CHECK(listener.state() == Hearing::State::Off);
  }

  TEST_CASE("who listens is there, and nobody is asked while something is read") {
    Listener listener("topic:anmelden");
    listener.touch("bar:speak");
    for (int i = 0; i < 5; ++i) {
      listener.now += 60s;
      listener.shell.tick(listener.now, wall);
      listener.answer();
      CHECK(listener.shell.view().scene->speech.size() > 3);
      listener.said();
    }
    CHECK(listener.state() == Hearing::State::Reading);
  }

  TEST_CASE("a sensitive topic is not read to everybody unasked [5.1.3.9]") {
    Listener listener("topic:hilfe");
    listener.touch("bar:speak");
    CHECK_FALSE(listener.shell.saying());
    CHECK(listener.shell.session().hearing.silence == Silence::Ask);
    SUBCASE("yes") {
      listener.touch("hear:aloud");
      CHECK_FALSE(listener.heard().empty());
    }
    SUBCASE("no") {
      listener.touch("hear:back");
      CHECK_FALSE(listener.shell.saying());
      CHECK(listener.shows("bar:speak"));
    }
  }

  TEST_CASE("a language without a voice says so in words, and is never read by another [R33]") {
    Listener listener("topic:anmelden", "ti");
    listener.touch("bar:speak");
    CHECK_FALSE(listener.shell.saying());
    listener.touch("hear:back");
    CHECK(listener.shell.session().hearing.silence == Silence::None);
  }

  TEST_CASE("a voice that does not work is said on the screen, and the kiosk goes on") {
    for (const SaidHow how : {SaidHow::Failed, SaidHow::Missing, SaidHow::Stuck}) {
      Listener listener("topic:anmelden");
      listener.touch("bar:speak");
      listener.said(how);
      CHECK_FALSE(listener.shell.saying());
      CHECK(listener.shell.session().hearing.silence == Silence::Broken);
      listener.touch("hear:back");
      listener.touch("bar:home");
      CHECK(listener.shell.session().place().screen == ScreenKind::Home);
    }
  }

  TEST_CASE("everything that is shown can be heard, on every screen [5.1.3.1]") {
    Stage stage;
    stage.moment.recited = true;
    for (const std::string screen : sample_screens)
      for (const std::string language : {"de", "tr", "ar"})
        for (int page = 1, pages = 1; page <= pages; ++page) {
          const Scene scene = stage.scene(screen, language, upright, page);
          pages = scene.pages;
          std::string log;
          for (const Utterance& utterance : scene.speech)
            for (const SpokenPart& part : utterance.parts)
              log += part.shown + "\n";
          CAPTURE(screen);
          CAPTURE(language);
          CAPTURE(page);
          CHECK(unheard(scene.root, words_of(log)) == "");
        }
  }

  TEST_CASE("while it reads, every text in every size and both shapes fits") {
    Stage stage;
    for (const std::string screen :
         {"topic:anmelden", "topic:verein", "about", "place:buergerzentrum"})
      for (const std::string language : {"de", "ar"})
        for (const Panel& panel : {upright, across})
          for (const TextSize size : {TextSize::Normal, TextSize::Plus3})
            for (int page = 0, pages = 1; page < pages; ++page) {
              Session session = standpoint(screen, language, page + 1)->session;
              session.text_size = size;
              session.hearing.state = Hearing::State::Reading;
              const Scene scene = stage.scene(session, panel);
              pages = scene.pages;
              CAPTURE(screen);
              CAPTURE(language);
              CAPTURE(page);
              CAPTURE(static_cast<int>(size));
              CAPTURE(panel.size.width);
              std::string all;
              for (const auto& line : misfits(scene.root, {.panel = panel, .text_size = size}))
                all += line + "\n";
              CHECK(all == "");
            }
  }
}
