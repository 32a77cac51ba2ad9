// A pictogram as the look draws it: a few shapes, each filled or stroked in the one current
// colour. Parsed from the small part of SVG that the look allows (path, rect, circle; strokes with
// round caps and joins); everything else is refused, so no file means more than is drawn.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "content-engine/model/result.h"
#include "kiosk/canvas/surface.h"
#include "kiosk/canvas/vector_path.h"

namespace kiosk {

struct Shape {
  VectorPath path;
  bool filled = false;
  bool even_odd = false;
  double stroke = 0;  // width; 0: no line

  bool operator==(const Shape&) const = default;
};

struct Drawing {
  double side = 48;  // of the square the shapes lie in
  std::vector<Shape> shapes;

  bool operator==(const Drawing&) const = default;
};

// TooLarge: over 64 KiB. Malformed: not such a file; the message says where.
content::Result<Drawing> parse_drawing(std::string_view svg);

// Coverage of `drawing` scaled to a square of `side` px; what lies outside is cut. A side below 1
// or over 2 048 gives an empty mask.
Mask rasterise(const Drawing& drawing, int side);

}  // namespace kiosk
