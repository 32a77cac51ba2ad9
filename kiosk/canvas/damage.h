// Which parts of a surface were drawn on since somebody last asked, so that a window presents only
// those. Holds few rectangles: neighbours are joined, what is too many becomes one.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/geometry/panel.h"

namespace kiosk {

Rect intersect(const Rect& a, const Rect& b);  // no overlap: an empty rectangle
Rect unite(const Rect& a, const Rect& b);      // an empty rectangle adds nothing

class Damage final {
 public:
  void add(const Rect& rect);
  // In the order they were first touched; afterwards there is none.
  std::vector<Rect> take();
  const std::vector<Rect>& rects() const { return rects_; }

 private:
  std::vector<Rect> rects_;
};

}  // namespace kiosk
