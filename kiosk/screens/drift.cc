#include "kiosk/screens/drift.h"

#include <cmath>
#include <numbers>
#include <utility>

#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

constexpr double reach_units = 8;  // a third of the narrowest margin

// A part that began at the start edge and is as wide as the panel.
void span_again(Box& box, Size panel) {
  if (box.rect.width != panel.width)
    return;
  box.rect.x = 0;
  for (Box& child : box.children)
    span_again(child, panel);
}

}  // namespace

// An eight lying on its side, through where it begins: no edge stays where another one was.
Drift drift_of(const Frame& frame) {
  if (!frame.nobody_here() || frame.look().low_reach || frame.moment().drift == 0)
    return {};
  const double turn = 2 * std::numbers::pi * frame.moment().drift / drift_steps;
  return {frame.px(reach_units * std::sin(turn)), frame.px(reach_units * std::sin(2 * turn))};
}

Box drifted(Box box, Drift drift, Size panel) {
  const bool from_the_top = box.rect.y == 0;
  const bool to_the_foot = box.rect.bottom() == panel.height;
  box = moved(std::move(box), drift.along, drift.down);
  span_again(box, panel);
  if (from_the_top) {
    box.rect.height += box.rect.y;
    box.rect.y = 0;
  }
  if (to_the_foot)
    box.rect.height = panel.height - box.rect.y;
  return box;
}

}  // namespace kiosk
