// One line runs along the start edge, and each thing to know is a stop on it. It begins filled,
// goes on with three dots, and ends in an open ring. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/widgets/flow.h"
#include "kiosk/widgets/scribe.h"

namespace kiosk {

enum class PathEnd { GoesOn, Ends };

// Where the text of a stop begins, from the path's start edge.
int path_indent(const Look& look);
// Width for the text of the two halves of a row that cost and deadline share.
struct PairWidths {
  int first = 0;
  int second = 0;
};
PairWidths pair_widths(const Look& look, int path_width);

// One column at the origin. `type` sets the figures in the rings.
Box path(const Scribe& type, const FamilyColors& colors, const std::vector<Stop>& stops,
         const std::vector<Segment>& column, Size size, PathEnd end);

}  // namespace kiosk
