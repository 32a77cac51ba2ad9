#include "kiosk/geometry/rotation.h"

#include <utility>

namespace kiosk {

Size turned(Size size, Rotation rotation) {
  if (rotation == Rotation::Quarter || rotation == Rotation::ThreeQuarters)
    std::swap(size.width, size.height);
  return size;
}

Pixel to_page(Pixel screen_point, Size screen, Rotation rotation) {
  const auto [x, y] = screen_point;
  switch (rotation) {
    case Rotation::None:
      break;
    case Rotation::Quarter:
      return {y, screen.width - 1 - x};
    case Rotation::Half:
      return {screen.width - 1 - x, screen.height - 1 - y};
    case Rotation::ThreeQuarters:
      return {screen.height - 1 - y, x};
  }
  return screen_point;
}

Rect to_screen(const Rect& page_rect, Size screen, Rotation rotation) {
  const auto& [x, y, width, height] = page_rect;
  switch (rotation) {
    case Rotation::None:
      break;
    case Rotation::Quarter:
      return {screen.width - y - height, x, height, width};
    case Rotation::Half:
      return {screen.width - x - width, screen.height - y - height, width, height};
    case Rotation::ThreeQuarters:
      return {y, screen.height - x - width, height, width};
  }
  return page_rect;
}

}  // namespace kiosk
