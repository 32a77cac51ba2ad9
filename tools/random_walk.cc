#include "tools/random_walk.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>

#include "kiosk/accessibility/examine.h"
#include "tools/tried_shell.h"

namespace kiosk {
namespace {

using namespace std::chrono_literals;

// A key that shows that she is there already does nothing, and should not.
bool says_here(const Box& key) {
  return std::any_of(key.children.begin(), key.children.end(),
                     [](const Box& child) { return child.name == "here"; });
}

class RandomHand final {
 public:
  RandomHand(const content::Library& library, TextEngine& text, const Moment& moment,
             const WalkWish& wish)
      : moment_(moment),
        wish_(wish),
        random_(wish.seed),
        shell_(library, text, moment, wish.panel) {}

  WalkReport walk() {
    cold_ = shell_.scene();
    come_to();
    for (long step = 0; step < wish_.steps; ++step)
      take_step();
    if (!shell_.shell().vacant()) {
      shell_.wait(10min);
      after_session();
    }
    return std::move(report_);
  }

 private:
  long some(long below) { return std::uniform_int_distribution<long>(0, below - 1)(random_); }

  void take_step() {
    const Session before = shell_.session();
    const bool somebody = !shell_.shell().vacant();
    const Instant pause(350 + some(4000));
    report_.dwell[name_of(before.place().screen)] += std::chrono::duration<double>(pause).count();
    shell_.wait(pause);
    const auto number = shell_.shell().view().scene_number;
    const KeyState keys = shell_.shell().view().keys;
    const long what = some(100);
    if (what < 1)
      shell_.wait(5min);  // walks away
    else if (what < 80)
      touch_a_key();
    else if (what < 82)
      shell_.touch({static_cast<int>(some(wish_.panel.size.width)),
                    static_cast<int>(some(wish_.panel.size.height))});
    else
      strike_a_key();
    ++report_.steps;
    const View view = shell_.shell().view();
    if (view.scene_number == number && view.keys == keys)
      ++report_.without_effect;
    if (shell_.session().place() != before.place())
      come_to();
    if (somebody && shell_.shell().vacant())
      after_session();
    if (wish_.show && view.scene_number != number)
      wish_.show(shell_.scene(), shell_.session());
    const auto doings = shell_.take_doings();  // also where nobody counts: they would pile up
    if (wish_.count)
      wish_.count(doings, moment_);
  }

  void touch_a_key() {
    const auto keys = keys_on_top(shell_.scene().root);
    if (keys.empty())
      return;
    const Box* key = nullptr;
    do
      key = keys[static_cast<std::size_t>(some(std::ssize(keys)))];
    while (keys.size() > 1 && says_here(*key));
    const Rect rect = key->rect;
    shell_.touch({rect.x + static_cast<int>(some(rect.width)),
                  rect.y + static_cast<int>(some(rect.height))});
  }

  void strike_a_key() {
    constexpr std::array<EventKind, 10> kinds{
        EventKind::FocusNext, EventKind::FocusPrevious, EventKind::FocusUp,  EventKind::FocusDown,
        EventKind::Activate,  EventKind::FocusNext,     EventKind::Activate, EventKind::Home,
        EventKind::Text,      EventKind::LowReach};
    const EventKind kind = kinds[static_cast<std::size_t>(some(kinds.size()))];
    const bool focus = !shell_.shell().view().keys.focused.empty();
    if ((kind == EventKind::Text && shell_.key("search:field") == nullptr) ||
        (kind == EventKind::Activate && !focus) ||
        (kind == EventKind::Home && shell_.session().place().screen == ScreenKind::Home))
      shell_.strike({EventKind::FocusNext});
    else
      shell_.strike({kind, {}, kind == EventKind::Text ? wish_.typed : std::string{}});
  }

  void come_to() {
    const Place& place = shell_.session().place();
    ++report_
          .screens[std::string(name_of(place.screen)) + (place.id.empty() ? "" : ":" + place.id)];
  }

  void after_session() {
    ++report_.sessions;
    if (shell_.session() != Session{} || shell_.shell().view().keys != KeyState{} ||
        shell_.scene() != cold_)
      ++report_.left_dirty;
  }

  Moment moment_;
  const WalkWish& wish_;
  std::mt19937_64 random_;
  TriedShell shell_;
  Scene cold_;  // as nobody had been there
  WalkReport report_;
};

}  // namespace

const char* name_of(ScreenKind screen) {
  constexpr std::array<const char*, 23> names{
      "languages", "home",     "groups", "situation", "group",       "below",
      "topic",     "beside",   "take",   "staff",     "emergency",   "places",
      "kind",      "speaking", "place",  "courses",   "course-list", "events",
      "offering",  "about",    "search", "index",     "text-sizes"};
  static_assert(names.size() == static_cast<std::size_t>(ScreenKind::TextSizes) + 1);
  const auto at = static_cast<std::size_t>(screen);
  return at < names.size() ? names.at(at) : "other";
}

WalkReport walk_at_random(const content::Library& library, TextEngine& text, const Moment& moment,
                          const WalkWish& wish) {
  return RandomHand(library, text, moment, wish).walk();
}

std::string told(const WalkReport& report) {
  std::array<char, 160> line{};
  std::snprintf(line.data(), line.size(),
                "steps %ld\nwithout effect %ld (%.1f %%)\nsessions %ld, left dirty %ld\n"
                "screens seen %zu\n\nscreen            seconds\n",
                report.steps, report.without_effect, 100 * report.idle_share(), report.sessions,
                report.left_dirty, report.screens.size());
  std::string text = line.data();
  for (const auto& [screen, seconds] : report.dwell) {
    std::snprintf(line.data(), line.size(), "%-16s %8.0f\n", screen.c_str(), seconds);
    text += line.data();
  }
  return text;
}

}  // namespace kiosk
