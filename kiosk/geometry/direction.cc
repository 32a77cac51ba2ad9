#include "kiosk/geometry/direction.h"

namespace kiosk {

Rect to_physical(const LogicalRect& rect, Direction direction, int extent) {
  const int left =
      direction == Direction::LeftToRight ? rect.start : extent - rect.start - rect.width;
  return {left, rect.top, rect.width, rect.height};
}

LogicalRect to_logical(const Rect& rect, Direction direction, int extent) {
  const int start = direction == Direction::LeftToRight ? rect.x : extent - rect.x - rect.width;
  return {start, rect.y, rect.width, rect.height};
}

}  // namespace kiosk
