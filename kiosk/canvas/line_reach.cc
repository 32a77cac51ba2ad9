#include "kiosk/canvas/line_reach.h"

#include <algorithm>
#include <cmath>

namespace kiosk {

Rect whole_pixels(double left, double top, double right, double bottom) {
  const double outermost = 1'000'000;  // px; a page is never that large
  const auto clamped = [outermost](double value) {
    return std::clamp(value, -outermost, outermost);
  };
  if (!(left <= right) || !(top <= bottom)) {
    return {};
  }
  const int x = static_cast<int>(std::floor(clamped(left)));
  const int y = static_cast<int>(std::floor(clamped(top)));
  return {x, y, static_cast<int>(std::ceil(clamped(right))) - x,
          static_cast<int>(std::ceil(clamped(bottom))) - y};
}

Rect reach_of(const Line& line, double x, double y) {
  if (line.glyphs.empty()) {
    return {};
  }
  double left = x + line.glyphs.front().x;
  double right = left;
  double largest = line.height;
  for (const Glyph& glyph : line.glyphs) {
    left = std::min(left, x + glyph.x);
    right = std::max(right, x + glyph.x + glyph.advance);
    largest = std::max(largest, double{glyph.size});
  }
  // Ink may rise and sink beyond its line, in Nastaliq by more than an em; and to the sides.
  const double room = 2 * largest;
  return whole_pixels(left - room, y + line.top - room, right + room,
                      y + line.top + line.height + room);
}

}  // namespace kiosk
