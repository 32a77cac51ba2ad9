// What a hand reaches, the keypad reaches: every screen, and from every screen each kind of key.
#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>

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

// The first of each kind of key: of thirty languages or letters one stands for all.
std::map<ActionKind, std::string> one_of_each(const Scene& scene) {
  std::map<ActionKind, std::string> keys;
  for (const Box* key : keys_on_top(scene.root))
    if (key->action.kind != ActionKind::None && !is_listened(key->action.kind))
      keys.emplace(key->action.kind, key->name);
  return keys;
}

constexpr std::size_t all_screens = static_cast<std::size_t>(ScreenKind::TextSizes) + 1;

}  // namespace

TEST_SUITE("keypad") {
  TEST_CASE("every screen is reached and used without touching the glass [R36]") {
    Stage stage;
    std::deque<TriedShell> open{TriedShell(stage.library, *stage.text, stage.moment)};
    std::set<std::pair<ScreenKind, std::string>> seen;
    std::set<ScreenKind> kinds{open.front().session().place().screen};
    for (; !open.empty(); open.pop_front()) {
      TriedShell& here = open.front();
      here.wait(300ms);
      for (const auto& [kind, key] : one_of_each(here.scene())) {
        TriedShell by_hand = here;
        by_hand.touch(by_hand.middle(key));
        TriedShell by_key = here;
        CAPTURE(key);
        CHECK(strike_through_to(by_key, key));
        CHECK(by_key.session() == by_hand.session());
        const Place& place = by_key.session().place();
        // A screen is gone through once, and once more where it shows something of its own.
        if (kinds.insert(place.screen).second ||
            (place.screen == ScreenKind::Search && seen.emplace(place.screen, place.id).second))
          open.push_back(std::move(by_key));
      }
    }
    CHECK(kinds.size() == all_screens);
  }
}
