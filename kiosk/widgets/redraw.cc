#include "kiosk/widgets/redraw.h"

namespace kiosk {
namespace {

// Rows painted at a time: few enough that they stay in a processor's cache from the first fill to
// the last letter. A page as a whole is many times larger than any.
constexpr int strip_height = 192;

}  // namespace

std::vector<Rect> redraw(const Box& root, Color ground, const Look& look, const KeyState& state,
                         PageCanvas& canvas, Shown& shown) {
  const Size size = canvas.size();
  shown.fill({0, 0, size.width, size.height}, ground);
  draw(root, shown, look, state);
  std::vector<Rect> parts = shown.take_changes();
  for (int y = 0; y < size.height; y += strip_height) {
    Rect part;
    for (const Rect& changed : parts)
      part = unite(part, intersect(changed, {0, y, size.width, strip_height}));
    if (part.width <= 0 || part.height <= 0)
      continue;
    canvas.push_clip(part);
    canvas.fill(part, ground);
    draw(root, canvas, look, state);
    canvas.pop_clip();
  }
  return parts;
}

}  // namespace kiosk
