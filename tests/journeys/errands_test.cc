// What people come for, done from the first screen by somebody who uses only what is shown, by
// touch and by the keypad, or only what is said, in three languages. Prints how much each errand
// takes.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "kiosk/accessibility/examine.h"
#include "kiosk/widgets/dump.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/tried_shell.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

enum class Way { Touch, Keypad, Speech };
constexpr std::array ways{Way::Touch, Way::Keypad, Way::Speech};
constexpr std::array languages{"de", "tr", "ar"};

bool holds_cells(const Box& box) {
  return !box.paint.cells.empty() ||
         std::any_of(box.children.begin(), box.children.end(), holds_cells);
}

// What stands on a key: whoever sees nothing knows what she looks for by its words.
std::string words_on(const Box& box) {
  std::string words = box.paint.text ? box.paint.text->text + "\n" : std::string();
  for (const Box& child : box.children)
    words += words_on(child);
  return words;
}

class Visitor final {
 public:
  Visitor(Stage& stage, Way way) : way_(way), tried_(stage.library, *stage.text, stage.moment) {
    if (way_ == Way::Speech)
      strike(EventKind::JackIn);
  }

  // Uses a key of the screen; where it is not on this page, of a following one.
  bool use(const std::string& key) {
    for (int page = 0; page < most_pages && tried_.key(key) == nullptr; ++page)
      if (!act("page:next"))
        return false;
    return act(key);
  }
  // Reads on until it is there to be seen, or is heard.
  bool finds(const std::string& words) {
    for (int page = 0; page < most_pages && !has_found(words); ++page)
      if (!act("page:next"))
        return false;
    return has_found(words);
  }

  bool listens() const { return way_ == Way::Speech; }
  int acts() const { return acts_; }
  const TriedShell& tried() const { return tried_; }
  // All that was said since the last key.
  const std::string& heard() const { return heard_; }

 private:
  static constexpr int most_pages = 20;

  bool has_found(const std::string& words) const {
    return (way_ == Way::Speech ? heard_ : words_on(tried_.scene().root)).find(words) !=
           std::string::npos;
  }
  bool act(const std::string& key) {
    if (tried_.key(key) == nullptr)
      return false;
    tried_.wait(500ms);
    if (way_ == Way::Touch) {
      ++acts_;
      tried_.touch(tried_.middle(key));
      return true;
    }
    const std::string label = label_of(key);
    const std::size_t most = keys_on_top(tried_.scene().root).size() + 1;
    for (std::size_t strikes = 0; !is_at(key, label); ++strikes) {
      if (strikes == most)
        return false;
      strike(EventKind::FocusNext);
    }
    strike(EventKind::Activate);
    return true;
  }
  // What is said of a key when the focus comes to it.
  std::string label_of(const std::string& key) const {
    for (const Utterance& utterance : tried_.scene().speech)
      if (utterance.key == key)
        return utterance.parts.front().said;
    return {};
  }
  // By the eye where the focus is; by the ear, what was just said.
  bool is_at(const std::string& key, const std::string& label) const {
    return way_ == Way::Speech ? !label.empty() && first_ == label
                               : tried_.shell().view().keys.focused == key;
  }
  void strike(EventKind kind) {
    ++acts_;
    tried_.wait(300ms);
    tried_.strike({kind});
    heard_.clear();
    first_.clear();
    while (way_ == Way::Speech && tried_.shell().saying()) {
      const std::string said = tried_.shell().saying()->text;
      if (first_.empty())
        first_ = said;
      heard_ += said + "\n";
      tried_.spoken();
    }
  }

  Way way_;
  std::string heard_;
  std::string first_;  // of it
  TriedShell tried_;
  int acts_ = 0;
};

// The words of a screen or what is heard, in the language of the errand.
using Said = std::map<std::string, std::string>;

struct Errand {
  const char* name;
  std::vector<std::string> keys;  // after that of the language
  std::function<bool(Visitor&, const std::string& language)> done;
  int most_touches;  // page turns included
};

const std::array errands{
    Errand{"find a telephone number",
           {"places", "places:office", "place:buergerzentrum"},
           [](Visitor& visitor, const std::string&) {
             return visitor.finds(visitor.listens() ? "0 2 3 2 3" : "02323");
           },
           5},
    Errand{"find the documents for a topic",
           {"situation:neu-in-herne", "topic:anmelden"},
           [](Visitor& visitor, const std::string& language) {
             static const Said documents{{"de", "Das bringen Sie mit"},
                                         {"tr", "Gerekli belgeler"},
                                         {"ar", "ما يجب إحضاره"}};
             return visitor.finds(documents.at(language));
           },
           4},
    Errand{"find a women's course in the morning with childcare",
           {"courses", "wish:type:parents-women", "wish:time:morning", "wish:childcare",
            "show-courses", "offering:frauen-a1"},
           [](Visitor& visitor, const std::string&) {
             return visitor.tried().session().place().screen == ScreenKind::Offering;
           },
           7},
    Errand{"find help against violence and leave at once",
           {"situation:neu-in-herne", "topic:hilfe", "bar:leave-now"},
           [](Visitor& visitor, const std::string&) {
             return visitor.tried().shell().vacant() && visitor.tried().session() == Session{} &&
                    !visitor.tried().shell().saying();
           },
           4},
    Errand{
        "show the desk a card",
        {"situation:neu-in-herne", "topic:anmelden", "take-along", "staff-card"},
        [](Visitor& visitor, const std::string&) { return visitor.finds("Ich brauche Hilfe zu"); },
        5},
    Errand{"take a page home",
           {"situation:neu-in-herne", "topic:anmelden", "take-along"},
           [](Visitor& visitor, const std::string& language) {
             static const Said codes{{"de", "Der Text im Telefon"},
                                     {"tr", "Metin telefonunuzda"},
                                     {"ar", "النص في هاتفك"}};
             return holds_cells(visitor.tried().scene().root) && visitor.finds(codes.at(language));
           },
           4}};

}  // namespace

TEST_SUITE("errands") {
  TEST_CASE(
      "six errands are done by touch, by keypad and by ear, in German, Turkish and Arabic [R17]") {
    Stage stage;
    std::printf("%-54s %-4s %8s %8s %8s\n", "errand", "", "touches", "strikes", "by ear");
    for (const Errand& errand : errands) {
      for (const char* language : languages) {
        std::array<int, 3> acts{};
        for (const Way way : ways) {
          Visitor visitor(stage, way);
          CAPTURE(errand.name);
          CAPTURE(language);
          CAPTURE(static_cast<int>(way));
          CHECK(visitor.use(std::string("language:") + language));
          for (const std::string& key : errand.keys) {
            CAPTURE(key);
            CHECK(visitor.use(key));
          }
          CHECK_MESSAGE(errand.done(visitor, language), dump(visitor.tried().scene().root));
          acts.at(static_cast<std::size_t>(way)) = visitor.acts();
        }
        CHECK(acts[0] <= errand.most_touches);
        std::printf("%-54s %-4s %8d %8d %8d\n", errand.name, language, acts[0], acts[1], acts[2]);
      }
    }
  }
}
