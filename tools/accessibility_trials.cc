#include "tools/accessibility_trials.h"

#include <utility>

#include "tools/tried_shell.h"

namespace kiosk {
namespace {

using namespace std::chrono_literals;

class Trials final {
 public:
  Trials(const content::Library& library, TextEngine& text, const Moment& moment)
      : library_(library), text_(text), moment_(moment) {}

  std::vector<Violation> all() {
    extended();
    left_alone();
    released_outside();
    trembling();
    held();
    focus_changes_nothing();
    return std::move(found_);
  }

 private:
  TriedShell fresh() const { return {library_, text_, moment_}; }
  std::string first_language() const {
    return "language:" + (library_.languages().empty() ? "" : library_.languages().front().tag);
  }
  void begin(TriedShell& tried) const {
    tried.touch(tried.middle(first_language()));
    tried.wait(1s);
  }
  static bool warned(const TriedShell& tried) { return tried.key("scrim") != nullptr; }
  void must(bool holds, Rule rule, const char* what) {
    if (!holds)
      found_.push_back({rule, what});
  }

  // Twelve times in a row, by one touch anywhere, with 20 s at least to do so.
  void extended() {
    TriedShell tried = fresh();
    begin(tried);
    const Session before = tried.session();
    must(before != Session{}, Rule::Timers, "choosing a language begins no session");
    for (int time = 0; time < 12; ++time) {
      tried.wait(90s);
      must(warned(tried), Rule::Timers, "nobody is warned after 90 s");
      tried.wait(20s);
      must(warned(tried), Rule::Timers, "the warning is over before 20 s");
      tried.touch({tried.middle("scrim").x, 4});
      must(!warned(tried) && tried.session() == before, Rule::Timers,
           "a touch does not extend the session");
    }
  }

  void left_alone() {
    TriedShell tried = fresh();
    begin(tried);  // a second ago
    tried.wait(89s);
    int seconds = 0;
    for (; warned(tried) && seconds < 60; ++seconds)
      tried.wait(1s);
    must(seconds == 30, Rule::Timers, "the warning does not last exactly 30 s");
    must(tried.session() == Session{}, Rule::Timers, "a session left alone does not end");
  }

  void released_outside() {
    TriedShell tried = fresh();
    const Pixel key = tried.middle(first_language());
    tried.down(key);
    must(tried.session().place().screen == ScreenKind::Languages, Rule::Gestures,
         "a key acts when it goes down");
    tried.up({0, 0});
    must(tried.session().language.empty(), Rule::Gestures, "sliding off a key does not cancel");
    tried.wait(1s);
    tried.down({0, 0});
    tried.up(key);
    must(tried.session().language.empty(), Rule::Gestures,
         "a touch that slides onto a key acts on it");
  }

  void trembling() {
    TriedShell tried = fresh();
    begin(tried);
    const Theme theme = tried.session().theme;
    const Pixel key = tried.middle("bar:contrast");
    tried.touch(key);
    tried.wait(150ms);
    tried.touch(key);
    must(tried.session().theme == static_cast<Theme>(static_cast<int>(theme) + 1), Rule::Gestures,
         "a touch repeated within 0.3 s counts twice");
  }

  // No action needs holding, and a hand that rests does not act by itself.
  void held() {
    TriedShell tried = fresh();
    tried.down(tried.middle(first_language()));
    tried.wait(11s);
    must(tried.session().language.empty(), Rule::Gestures, "holding a key acts");
  }

  // EN 301 549, 11.3.2.1; and every key is reached by the keypad alone.
  void focus_changes_nothing() {
    TriedShell tried = fresh();
    begin(tried);
    const Session before = tried.session();
    bool home = false;
    for (int step = 0; step < 64; ++step) {
      tried.wait(400ms);
      tried.strike({EventKind::FocusNext});
      home = home || tried.shell().view().keys.focused == "bar:leave-now";
    }
    must(tried.session() == before, Rule::Focus, "moving the focus changes the page");
    must(home, Rule::Focus, "the keypad never reaches «leave»");
  }

  const content::Library& library_;
  TextEngine& text_;
  Moment moment_;
  std::vector<Violation> found_;
};

}  // namespace

std::vector<Violation> try_shell(const content::Library& library, TextEngine& text,
                                 const Moment& moment) {
  return Trials(library, text, moment).all();
}

}  // namespace kiosk
