// What people come for, done from the first screen by somebody who uses only what is shown: by
// touch and by the keypad, in three languages. Prints how much each errand takes.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/accessibility/examine.h"
#include "kiosk/widgets/dump.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/tried_shell.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

enum class Way { Touch, Keypad };
constexpr std::array ways{Way::Touch, Way::Keypad};
constexpr std::array languages{"de", "tr", "ar"};

bool holds_cells(const Box& box) {
  return !box.paint.cells.empty() ||
         std::any_of(box.children.begin(), box.children.end(), holds_cells);
}

class Visitor final {
 public:
  Visitor(Stage& stage, Way way) : way_(way), tried_(stage.library, *stage.text, stage.moment) {}

  // Uses a key of the screen; where it is not on this page, of a following one.
  bool use(const std::string& key) {
    for (int page = 0; page < most_pages && tried_.key(key) == nullptr; ++page)
      if (!act("page:next"))
        return false;
    return act(key);
  }
  // Reads on until it is there to be seen.
  bool finds(const std::function<bool(const Scene&)>& it) {
    for (int page = 0; page < most_pages && !it(tried_.scene()); ++page)
      if (!act("page:next"))
        return false;
    return it(tried_.scene());
  }
  bool finds(const std::string& words) {
    return finds(
        [&words](const Scene& scene) { return dump(scene.root).find(words) != std::string::npos; });
  }

  int acts() const { return acts_; }
  const TriedShell& tried() const { return tried_; }

 private:
  static constexpr int most_pages = 20;

  bool act(const std::string& key) {
    if (tried_.key(key) == nullptr)
      return false;
    tried_.wait(500ms);
    if (way_ == Way::Touch) {
      ++acts_;
      tried_.touch(tried_.middle(key));
      return true;
    }
    const std::size_t most = keys_on_top(tried_.scene().root).size() + 1;
    for (std::size_t strikes = 0; tried_.shell().view().keys.focused != key; ++strikes) {
      if (strikes == most)
        return false;
      strike(EventKind::FocusNext);
    }
    strike(EventKind::Activate);
    return true;
  }
  void strike(EventKind kind) {
    ++acts_;
    tried_.wait(300ms);
    tried_.strike({kind});
  }

  Way way_;
  TriedShell tried_;
  int acts_ = 0;
};

struct Errand {
  const char* name;
  std::vector<std::string> keys;  // after that of the language
  std::function<bool(Visitor&)> done;
  int most_touches;  // page turns included
};

const std::array errands{
    Errand{"find a telephone number",
           {"places", "places:office", "place:buergerzentrum"},
           [](Visitor& visitor) { return visitor.finds("02323"); },
           5},
    Errand{"find the documents for a topic",
           {"situation:neu-in-herne", "topic:anmelden"},
           [](Visitor& visitor) { return visitor.finds("node:documents "); },
           4},
    Errand{"find a women's course in the morning with childcare",
           {"courses", "wish:type:parents-women", "wish:time:morning", "wish:childcare",
            "show-courses", "offering:frauen-a1"},
           [](Visitor& visitor) {
             return visitor.tried().session().place().screen == ScreenKind::Offering;
           },
           7},
    Errand{"find help against violence and leave at once",
           {"situation:neu-in-herne", "topic:hilfe", "bar:leave-now"},
           [](Visitor& visitor) {
             return visitor.tried().shell().vacant() && visitor.tried().session() == Session{};
           },
           4},
    Errand{"show the desk a card",
           {"situation:neu-in-herne", "topic:anmelden", "take-along", "staff-card"},
           [](Visitor& visitor) { return visitor.finds("text sentence"); },
           5},
    Errand{"take a page home",
           {"situation:neu-in-herne", "topic:anmelden", "take-along"},
           [](Visitor& visitor) {
             return visitor.finds([](const Scene& scene) { return holds_cells(scene.root); });
           },
           4}};

}  // namespace

TEST_SUITE("errands") {
  TEST_CASE("six errands are done by touch and by keypad, in German, Turkish and Arabic [R17]") {
    Stage stage;
    std::printf("%-54s %-4s %8s %8s\n", "errand", "", "touches", "strikes");
    for (const Errand& errand : errands) {
      for (const char* language : languages) {
        std::array<int, 2> acts{};
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
          CHECK_MESSAGE(errand.done(visitor), dump(visitor.tried().scene().root));
          acts.at(static_cast<std::size_t>(way)) = visitor.acts();
        }
        CHECK(acts[0] <= errand.most_touches);
        std::printf("%-54s %-4s %8d %8d\n", errand.name, language, acts[0], acts[1]);
      }
    }
  }
}
