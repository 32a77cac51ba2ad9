// Languages that no voice speaks, from the editors' folder to the loudspeaker: content/herne with
// recordings, compiled, laid out and read aloud. Each recording is a machine's tone.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/compile/compile.h"
#include "content-engine/reader/library.h"
#include "content-engine/rules/recordable.h"
#include "content-engine/store/files.h"
#include "kiosk/shell.h"
#include "kiosk/widgets/hit.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/standpoint.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr content::Date day{2026, 11, 23};
constexpr WallTime wall{day, 10, 24, 1h};
constexpr std::array voiceless{"ckb", "ps", "so", "ti"};
constexpr std::array topics{"arzt-und-notfall", "wohnsitz-anmelden"};

Stage& stage() {
  static Stage one;
  return one;
}

const content::Edition& herne() {
  static const content::Edition edition = [] {
    const auto checked = content::check_folder(SOURCE_DIR "/content/herne", day, *stage().text);
    REQUIRE(checked);
    return checked->edition;
  }();
  return edition;
}

std::vector<content::Recordable> texts_of(const std::string& topic, const std::string& language) {
  const auto* spoken = content::find_language(herne().languages, language);
  REQUIRE(spoken != nullptr);
  return content::unrecorded(content::recordables(herne(), *spoken, day), {}, topic);
}

// Herne with these texts recorded, each with bytes of its own.
class Town final {
 public:
  explicit Town(const std::map<std::string, std::vector<std::string>>& recorded) {
    content::Edition edition = herne();
    const auto tone =
        content::read_file(SOURCE_DIR "/tests/fixtures/tone.ogg", content::longest_clip);
    REQUIRE(tone);
    for (const auto& [language, texts] : recorded)
      for (const std::string& text : texts)
        edition.clips.push_back({.language = language, .text = text, .bytes = *tone});
    const auto file = folder_.path() / "town.bundle";
    REQUIRE(content::write_bundle(edition, file));
    auto opened = content::Library::open(file);
    REQUIRE(opened);
    library = *std::move(opened);
  }

  std::unique_ptr<content::Library> library;

 private:
  TemporaryFolder folder_;
};

// A visitor before the town's kiosk; the test is worker, voice and clock.
class Listener final {
 public:
  Listener(const content::Library& library, const std::string& screen, const std::string& language)
      : library_(library), shell(rules(screen, language), 0s, wall) {
    answer();
  }

  void touch(const std::string& name) {
    const Box* box = find_key(shell.view().scene->root, name);
    REQUIRE_MESSAGE(box != nullptr, name);
    now_ += 1s;
    const int x = box->rect.x + box->rect.width / 2;
    const int y = box->rect.y + box->rect.height / 2;
    shell.finger_down(x, y, now_);
    shell.finger_up(x, y, now_);
    answer();
  }
  void said() {
    now_ += 1s;
    shell.said({shell.saying()->number, SaidHow::Done}, now_);
    answer();
  }
  // How many texts have marked lines.
  int marked() const { return count(shell.view().scene->root); }

 private:
  static ShellRules rules(const std::string& screen, const std::string& language) {
    ShellRules result;
    result.fresh = standpoint(screen, language, 1)->session;
    return result;
  }
  void answer() {
    while (const auto request = shell.take_request())
      shell.answered(
          {*request,
           make_scene(request->session, library_, request->moment, upright, *stage().text),
           {}},
          now_);
  }
  static int count(const Box& box) {
    int sum = box.marked.empty() ? 0 : 1;
    for (const Box& child : box.children)
      sum += count(child);
    return sum;
  }

  const content::Library& library_;
  Instant now_{0};

 public:
  Shell shell;
};

}  // namespace

TEST_SUITE("recorded") {
  TEST_CASE("what the desk lists for a topic is what the kiosk shows of it, cut alike [R33]") {
    for (const std::string language : voiceless)
      for (const std::string topic : topics) {
        std::vector<std::string> sentences;
        for (const content::Recordable& text : texts_of(topic, language))
          sentences.insert(sentences.end(), text.sentences.begin(), text.sentences.end());
        REQUIRE(sentences.size() > 20);
        const Town town({{language, sentences}});
        const std::string official =
            content::find_topic(herne(), topic)->titles.at(language).official;
        for (const auto& [panel, size] :
             {std::pair(upright, TextSize::Normal), std::pair(across, TextSize::Plus3)}) {
          std::map<std::string, int> heard;
          for (int page = 1, pages = 1; page <= pages; ++page) {
            Session session = standpoint("topic:" + topic, language, page)->session;
            session.text_size = size;
            session.hearing.state = Hearing::State::Reading;
            Moment moment = stage().moment;
            moment.recited = true;
            const Scene scene = make_scene(session, *town.library, moment, panel, *stage().text);
            pages = scene.pages;
            std::set<std::string> here;  // a title stands on each page
            for (const Utterance& utterance : scene.speech)
              for (const SpokenPart& part : utterance.parts)
                if (part.clip)
                  here.insert(content::clip_text(part.shown));
            for (const std::string& text : here)
              ++heard[text];
          }
          std::string unheard;
          for (const content::Recordable& text : texts_of(topic, language))
            for (const std::string& sentence : text.sentences)
              if (sentence != official &&  // which very large letters leave no room for
                  std::none_of(heard.begin(), heard.end(), [&](const auto& shown) {
                    return sentence.starts_with(shown.first);  // or a page ends in it
                  }))
                unheard += sentence + "\n";
          CAPTURE(language);
          CAPTURE(topic);
          CAPTURE(panel.size.width);
          CAPTURE(static_cast<int>(size));
          CHECK(unheard == "");
          // What a page before had begun is not heard again from its middle.
          for (const auto& shown : heard)
            CHECK(std::any_of(sentences.begin(), sentences.end(), [&](const auto& sentence) {
              return sentence.starts_with(shown.first);
            }));
        }
      }
  }

  TEST_CASE("a page is read aloud by what was recorded of it, the sentence standing out [R33]") {
    std::vector<std::string> sentences;
    for (const content::Recordable& text : texts_of("wohnsitz-anmelden", "ti"))
      sentences.insert(sentences.end(), text.sentences.begin(), text.sentences.end());
    const std::vector<std::string> recorded{sentences[3], sentences[5]};
    const Town town({{"ti", recorded}});
    Listener listener(*town.library, "topic:wohnsitz-anmelden", "ti");
    listener.touch("bar:speak");
    std::vector<std::string> heard;
    while (listener.shell.saying()) {
      const Saying saying = *listener.shell.saying();
      if (saying.clip) {
        CHECK(saying.voice.empty());
        CHECK(*saying.clip == *town.library->clip("ti", saying.text));
        heard.push_back(content::clip_text(saying.text));
        CHECK(listener.marked() == 1);
      } else {  // names of offices on the page are German, and said so
        CHECK(saying.voice == "de");
        CHECK(std::find(sentences.begin(), sentences.end(), content::clip_text(saying.text)) ==
              sentences.end());
      }
      listener.said();
    }
    CHECK(heard == recorded);
  }

  TEST_CASE("louder is louder; a page of which nothing was recorded says that there is no voice") {
    const std::string sentence = texts_of("wohnsitz-anmelden", "so")[3].sentences[0];
    const Town town({{"so", {sentence}}});
    Listener listener(*town.library, "topic:wohnsitz-anmelden", "so");
    listener.touch("bar:speak");
    while (listener.shell.saying() && !listener.shell.saying()->clip)
      listener.said();
    REQUIRE(listener.shell.saying());
    const Saying first = *listener.shell.saying();
    listener.touch("hear:louder");
    REQUIRE(listener.shell.saying());
    CHECK(listener.shell.saying()->clip == first.clip);
    CHECK(listener.shell.saying()->loudness > first.loudness);
    CHECK(listener.shell.saying()->number > first.number);
    Listener other(*town.library, "topic:arzt-und-notfall", "so");
    other.touch("bar:speak");
    CHECK_FALSE(other.shell.saying());
    CHECK(other.shell.session().hearing.silence == Silence::NoVoice);
  }

  TEST_CASE("a recording of a whole paragraph is heard once, for the whole of it") {
    std::string paragraph;
    for (const content::Recordable& text : texts_of("wohnsitz-anmelden", "so"))
      if (paragraph.empty() && text.sentences.size() > 1)
        paragraph = text.whole;
    const Town town({{"so", {paragraph}}});
    Session session = standpoint("topic:wohnsitz-anmelden", "so", 1)->session;
    Moment moment = stage().moment;
    moment.recited = true;
    const Scene scene = make_scene(session, *town.library, moment, upright, *stage().text);
    int heard = 0;
    for (const Utterance& utterance : scene.speech)
      for (const SpokenPart& part : utterance.parts)
        if (part.clip) {
          ++heard;
          CHECK(content::clip_text(part.shown) == paragraph);
        }
    CHECK(heard == 1);
  }

  TEST_CASE("where a voice speaks, a recording is never heard") {
    const std::string sentence = texts_of("wohnsitz-anmelden", "tr")[3].sentences[0];
    const Town town({{"tr", {sentence}}});
    Session session = standpoint("topic:wohnsitz-anmelden", "tr", 1)->session;
    Moment moment = stage().moment;
    moment.recited = true;
    for (const Utterance& utterance :
         make_scene(session, *town.library, moment, upright, *stage().text).speech)
      for (const SpokenPart& part : utterance.parts)
        CHECK(part.clip == nullptr);
  }
}
