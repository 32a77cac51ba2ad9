// Blocks under each other, dealt out to columns and pages: where text is large, a screen simply has
// more of them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/widgets/box.h"

namespace kiosk {

struct Block {
  Box box;
  int gap = 0;                // above it, when something stands above it
  bool opens_column = false;  // begins the next column even if there is room
  bool to_the_bottom = false;
};

struct Placed {
  std::size_t column = 0;  // counted over all pages
  int top = 0;

  bool operator==(const Placed&) const = default;
};

// One place for each block. A block higher than `room` gets a column of its own.
std::vector<Placed> deal(const std::vector<Block>& blocks, int room);

}  // namespace kiosk
