// Two texts of one topic, row by row: what says the same stands at the same height, the taller of
// the two sets it (R09). What only one of them has stands alone.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/widgets/flow.h"

namespace kiosk {

// Which of the one belong to which of the other, in order: as many of the same name as can be.
using Pairs = std::vector<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>>;
Pairs paired(const std::vector<std::string>& own, const std::vector<std::string>& other);

// Headings of the same stop become equally high, so that both texts begin under them together.
void level_headings(std::vector<Stop>& own, std::vector<Stop>& other);

// Where the columns stand, from the middle path's text start.
struct BesideColumns {
  int own_start = 0;
  int other_start = 0;
};
// Stops whose heading and parts are rows of both texts.
std::vector<Stop> beside_rows(const std::vector<Stop>& own, const std::vector<Stop>& other,
                              const BesideColumns& columns);
// One above the other, block by block; the other's stops have a small ring.
std::vector<Stop> stacked_rows(std::vector<Stop> own, std::vector<Stop> other);

}  // namespace kiosk
