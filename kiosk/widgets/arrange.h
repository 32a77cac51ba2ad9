// Measure → place. Widgets are made at the origin, as wide as they are told and as high as they
// need, with rect.x counted from the start edge; then they are moved to their place; and when the
// whole screen stands, mirrored() turns it round once for languages that run right to left.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/geometry/direction.h"
#include "kiosk/widgets/box.h"

namespace kiosk {

Box moved(Box box, int start, int top);
// The box's children hang from it: they move with it.
Box group(std::string name, std::vector<Box> children);

// Start edge → physical pixels on a surface `extent` wide. Turning twice is not turning, which is
// how a German page stands on an Arabic screen.
Box mirrored(Box box, int extent);
// Whether the drawing means a way to go, and so turns with the page (look, section 7).
bool flips(std::string_view pictogram);

// Where text begins inside its box: set once, when nothing moves any more.
Box settled(Box box);

// `count` columns over `width` with `gap` between them, edges on whole pixels.
struct Column {
  int start = 0;
  int width = 0;

  bool operator==(const Column&) const = default;
};
std::vector<Column> columns(int width, int count, int gap);

}  // namespace kiosk
