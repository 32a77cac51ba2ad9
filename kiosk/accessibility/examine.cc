#include "kiosk/accessibility/examine.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "kiosk/widgets/fits.h"
#include "kiosk/widgets/focus.h"

namespace kiosk {
namespace {

std::string in_mm(double mm) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f mm", mm);
  return text.data();
}

void collect_keys(const Box& box, std::vector<const Box*>& keys) {
  if (box.role == Role::Key) {
    if (box.name == "scrim")
      keys.clear();
    else
      keys.push_back(&box);
  }
  for (const Box& child : box.children)
    collect_keys(child, keys);
}

// How far two keys are apart, in px; negative where they overlap.
int distance_of(const Rect& a, const Rect& b) {
  const int across = std::max(a.x, b.x) - std::min(a.right(), b.right());
  const int down = std::max(a.y, b.y) - std::min(a.bottom(), b.bottom());
  return std::max(across, down);
}

bool says_something(const Box& box) {
  return !box.spoken.empty() || (box.paint.text && !box.paint.text->text.empty()) ||
         std::any_of(box.children.begin(), box.children.end(), says_something);
}

bool stands_inside(const Box& key, const Box& other) {
  return key.rect.contains(other.rect) || other.rect.contains(key.rect);
}

}  // namespace

std::vector<const Box*> keys_on_top(const Box& root) {
  std::vector<const Box*> keys;
  collect_keys(root, keys);
  return keys;
}

void examine_targets(const Scene& scene, const Look& look, Examination& found) {
  const Panel& panel = look.panel;
  const double least_mm = panel.mm(look.smallest_target());
  const int least_gap = panel.px(2) - 1;  // the look's, between letters; half a pixel each side
  const double top_mm = panel.bottom_mm + panel.mm(panel.size.height);
  const auto keys = keys_on_top(scene.root);
  for (std::size_t at = 0; at < keys.size(); ++at) {
    const Box& key = *keys[at];
    const double smaller = panel.mm(std::min(key.rect.width, key.rect.height));
    const double highest = top_mm - panel.mm(key.rect.y);
    const double lowest = top_mm - panel.mm(key.rect.bottom());
    Measured& measured = found.measured;
    ++measured.keys;
    measured.least_target_mm = std::min(measured.least_target_mm, smaller);
    measured.highest_key_mm = std::max(measured.highest_key_mm, highest);
    measured.lowest_key_mm = std::min(measured.lowest_key_mm, lowest);
    if (smaller < least_mm)
      found.violations.push_back(
          {Rule::Targets, key.name + " is " + in_mm(smaller) + " small; 15 mm is the least"});
    const double half_pixel = panel.mm(0.5);
    if (highest > look.highest_reach_mm() + half_pixel ||
        lowest < look.lowest_reach_mm() - half_pixel)
      found.violations.push_back({Rule::Reach, key.name + " lies " + in_mm(lowest) + " to " +
                                                   in_mm(highest) + " above the floor"});
    for (std::size_t other = at + 1; other < keys.size(); ++other)
      if (!stands_inside(key, *keys[other]) && distance_of(key.rect, keys[other]->rect) < least_gap)
        found.violations.push_back(
            {Rule::Targets, key.name + " lies too near to " + keys[other]->name});
  }
}

namespace {

void examine_caps_of(const Box& box, const Look& look, Examination& found) {
  // Noto Sans, and every cut of it the stack has: capitals of 0.714 em (a test measures them).
  // Scripts without capitals are set no smaller, times their factor.
  constexpr double cap_of_em = 0.714;
  constexpr double least_cap_mm = 7.33;  // 0.7° at 600 mm
  if (box.paint.text) {
    ++found.measured.texts;
    double smallest = look.panel.mm(1000);
    for (const Line& line : box.paint.text->lines)
      for (const Glyph& glyph : line.glyphs)
        smallest = std::min(smallest, look.panel.mm(static_cast<double>(glyph.size)) * cap_of_em);
    found.measured.least_cap_mm = std::min(found.measured.least_cap_mm, smallest);
    if (smallest < least_cap_mm)
      found.violations.push_back({Rule::Caps, box.name + " has capitals of " + in_mm(smallest) +
                                                  "; 7.33 mm is the least"});
  }
  for (const Box& child : box.children)
    examine_caps_of(child, look, found);
}

// A drawing says nothing by itself: its key, or the group it stands in, has words, or it stands in
// a decoration (a node of the path, the square of a situation that is named beside it).
void examine_alternatives_of(const Box& box, bool words_around, Examination& found) {
  const bool words =
      words_around || box.role == Role::Decoration || (box.name != "screen" && says_something(box));
  if (box.role == Role::Key && box.name != "scrim" && !says_something(box))
    found.violations.push_back({Rule::Alternatives, box.name + " is a key that is not spoken"});
  if ((box.role == Role::Picture && box.spoken.empty()) ||
      (!box.paint.pictogram.empty() && box.role != Role::Decoration && !words))
    found.violations.push_back({Rule::Alternatives, box.name + " is drawn and never said"});
  for (const Box& child : box.children)
    examine_alternatives_of(child, words, found);
}

}  // namespace

void examine_caps(const Scene& scene, const Look& look, Examination& found) {
  examine_caps_of(scene.root, look, found);
}

void examine_alternatives(const Scene& scene, Examination& found) {
  examine_alternatives_of(scene.root, false, found);
}

void examine_focus(const Scene& scene, const Session& session, Examination& found) {
  const auto trap = [&](const std::string& what) {
    found.violations.push_back({Rule::Focus, what});
  };
  const auto keys = focus_order(scene.root);
  std::set<std::string> names;
  for (const Box* key : keys)
    if (key->name != "scrim" && key->name != "bar:emergency" && key->name != "bar:leave-now" &&
        !names.insert(key->name).second)
      trap("two keys are called " + key->name + ": the focus stays between them");
  for (const Step step : {Step::Next, Step::Previous}) {
    std::set<const Box*> visited;
    const Box* at = focus_after(scene.root, {}, step);
    while (at != nullptr && visited.insert(at).second)
      at = focus_after(scene.root, at->name, step);
    const bool dialog =
        std::any_of(keys.begin(), keys.end(), [](const Box* key) { return key->name == "scrim"; });
    if (!dialog && visited.size() != keys.size())
      trap(std::to_string(keys.size() - visited.size()) + " keys never have the focus");
  }
  for (const Box* key : keys)
    for (const Step step : {Step::Up, Step::Down})
      if (focus_after(scene.root, key->name, step) == nullptr)
        trap(key->name + " leads nowhere");
  const bool begun = session.trail.size() > 1 || !session.language.empty();
  std::set<std::string> wanted{"bar:emergency"};
  if (begun)
    wanted.insert("bar:leave-now");
  if (!session.language.empty())
    wanted.insert("bar:home");
  for (const Box* key : keys)
    wanted.erase(key->name);
  for (const std::string& name : wanted)
    trap(name + " is missing");
}

Examination examine(const Scene& scene, const Look& look, const Session& session) {
  Examination found;
  found.measured.scenes = 1;
  for (std::string& line : misfits(scene.root, look))
    found.violations.push_back({Rule::Boxes, std::move(line)});
  examine_targets(scene, look, found);
  examine_caps(scene, look, found);
  examine_contrast(scene, look, found);
  examine_alternatives(scene, found);
  examine_focus(scene, session, found);
  return found;
}

}  // namespace kiosk
