// What a hand reaches, the keypad reaches: every screen, and from every screen each kind of key.
#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/accessibility/examine.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/tried_shell.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

// One by one until the focus is there, then the key that acts. False: it never came there.
bool strike_through_to(TriedShell& tried, const std::string& key) {
  const std::size_t most = keys_on_top(tried.scene().root).size() + 1;
  for (std::size_t strikes = 0; strikes < most; ++strikes) {
    tried.wait(300ms);
    tried.strike({EventKind::FocusNext});
    if (tried.shell().view().keys.focused != key)
      continue;
    tried.wait(300ms);
    tried.strike({EventKind::Activate});
    return true;
  }
  return false;
}

bool is_listened(ActionKind kind) {
  return kind >= ActionKind::Listen && kind <= ActionKind::HearOtherwise;
}

// Of thirty letters two stand for all, and so do four of other keys that are alike.
std::vector<std::string> some_of_each(const Scene& scene) {
  std::map<ActionKind, int> of_kind;
  std::vector<std::string> keys;
  for (const Box* key : keys_on_top(scene.root)) {
    const ActionKind kind = key->action.kind;
    const int most = kind == ActionKind::TypeText ? 2 : 4;
    if (kind != ActionKind::None && !is_listened(kind) && ++of_kind[kind] <= most)
      keys.push_back(key->name);
  }
  return keys;
}

constexpr std::size_t all_screens = static_cast<std::size_t>(ScreenKind::TextSizes) + 1;

}  // namespace

TEST_SUITE("keypad") {
  TEST_CASE("every screen is reached and used without touching the glass [R36]") {
    Stage stage;
    std::deque<TriedShell> open{TriedShell(stage.library, *stage.text, stage.moment)};
    std::map<ScreenKind, std::set<std::string>> seen;
    for (; !open.empty(); open.pop_front()) {
      TriedShell& here = open.front();
      here.wait(300ms);
      for (const std::string& key : some_of_each(here.scene())) {
        TriedShell by_hand = here;
        by_hand.touch(by_hand.middle(key));
        TriedShell by_key = here;
        CAPTURE(key);
        CHECK(strike_through_to(by_key, key));
        CHECK(by_key.session() == by_hand.session());
        const Place& place = by_key.session().place();
        auto& ids = seen[place.screen];
        if (ids.size() < 9 && ids.insert(by_key.session().language + place.id).second)
          open.push_back(std::move(by_key));
      }
    }
    for (std::size_t screen = 0; screen < all_screens; ++screen)
      CHECK_MESSAGE(seen.contains(static_cast<ScreenKind>(screen)),
                    "never came to screen " << screen);
  }
}
