// Start/end ↔ left/right, in the one place where the look is mirrored.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/model/language.h"
#include "kiosk/geometry/panel.h"

namespace kiosk {

using content::Direction;

// A rectangle by its distance from the start edge, before anyone knows which side that is.
struct LogicalRect {
  int start = 0;
  int top = 0;
  int width = 0;
  int height = 0;

  int end() const { return start + width; }
  int bottom() const { return top + height; }
  bool operator==(const LogicalRect&) const = default;
};

// `extent` is the width of the surface the start edge belongs to.
Rect to_physical(const LogicalRect& rect, Direction direction, int extent);
LogicalRect to_logical(const Rect& rect, Direction direction, int extent);

}  // namespace kiosk
