// A tile of the home screen: a way in, told by word and pictogram, coloured by its family.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

struct Tile {
  std::string name;
  Action action;
  std::string drawing;
  FamilyColors colors;
  std::string label;
};

// Widths in units of the look.
struct TileShape {
  double block = 116;
  double drawing = 84;
  Type label = Type::T;
};

Box tile(const Scribe& type, const Tile& tile, Size size, const TileShape& shape = {});
// The start edge of a key, in the family's colour: rounded outside, straight inside.
Box family_block(const Look& look, const FamilyColors& colors, const std::string& drawing,
                 double drawing_units, int width, int key_height);
// A square of its own with all corners rounded, for crumbs and titles.
Box family_square(const Look& look, const FamilyColors& colors, const std::string& drawing,
                  double square, double drawing_units);

}  // namespace kiosk
