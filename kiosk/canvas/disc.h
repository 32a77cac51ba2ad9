// How much of each pixel a disc covers, computed and not sampled: corners and nodes of the path are
// smooth at every size and exactly symmetrical. Square roots and arc sines are taken once per
// column and row, none per pixel.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/geometry/panel.h"

namespace kiosk {

class Disc final {
 public:
  // Only pixels inside `area` may be asked for. A radius ≤ 0 covers nothing.
  Disc(double center_x, double center_y, double radius, const Rect& area);

  // Share of the pixel x/y (its left/top corner) that the disc covers, 0…1.
  double coverage(int x, int y) const;
  // Pixels of row y from first to last (exclusive) that are covered whole; empty: first == last.
  struct Run {
    int first = 0;
    int last = 0;
  };
  Run solid(int y) const;
  // Pixels of row y that the disc touches at all.
  Run touched(int y) const;

 private:
  // One grid line between pixels, with what the area formula needs of it.
  struct GridLine {
    double distance = 0;  // from the centre, signed
    double clamped = 0;   // |distance|, at most the radius
    double reach = 0;     // how far the disc reaches at this distance
    double area = 0;      // under the quarter circle from the centre to `clamped`
  };
  GridLine line_at(double distance) const;
  static double quadrant(const GridLine& column, const GridLine& row, double whole);
  Run between(double half_width, bool inward) const;

  double center_x_;
  double radius_;
  Rect area_;
  std::vector<GridLine> columns_;
  std::vector<GridLine> rows_;
};

}  // namespace kiosk
