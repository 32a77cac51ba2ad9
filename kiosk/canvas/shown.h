// What the screen shows already. Pages are drawn whole, but mostly one key of them has changed;
// this compares and names only the parts that differ, because carrying pixels to the screen is the
// dearest step on a small computer. The page is remembered as one number a tile: a copy
// would be as much memory again, to be read and written at every turn of a page.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/canvas/surface.h"

namespace kiosk {

class Shown final {
 public:
  // Parts of `page` inside `damage` that differ from what was shown at the last call; from now on
  // they count as shown. The first time, and for another size, that is the whole page.
  std::vector<Rect> update(const Surface& page, const std::vector<Rect>& damage);
  // The screen may hold anything: everything has to be shown again.
  void forget() { prints_.clear(); }

 private:
  // A row of tiles; those that have changed go to `changed`.
  void take(const Surface& page, const Rect& row, Damage& changed);

  Size size_;
  std::vector<std::uint64_t> prints_;  // by tile, row by row
};

}  // namespace kiosk
