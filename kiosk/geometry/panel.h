// The panel in millimetres: sizes of the look are millimetres on the glass, whatever the pixels.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cmath>

namespace kiosk {

struct Size {
  int width = 0;
  int height = 0;

  bool operator==(const Size&) const = default;
};

// Physical pixels, left/top, y down. Only canvas and below may say left; everything above speaks
// start/end and lets direction.h turn it round.
struct Rect {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
  bool contains(int px, int py) const {
    return px >= x && py >= y && px < right() && py < bottom();
  }
  bool contains(const Rect& other) const {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }
  bool operator==(const Rect&) const = default;
};

struct Panel {
  Size size{1080, 1920};
  double px_per_mm = 3.942;  // 22" full HD
  double bottom_mm = 750;    // the panel's lower edge above the floor

  int px(double mm) const { return static_cast<int>(std::lround(mm * px_per_mm)); }
  double mm(double pixels) const { return pixels / px_per_mm; }
  bool portrait() const { return size.height >= size.width; }
  bool operator==(const Panel&) const = default;
};

}  // namespace kiosk
