// A quiet table of two columns, ruled by hairlines: opening hours.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

struct TableRow {
  std::string name;
  std::string value;  // may have several lines
  Weight weight = Weight::Regular;
};
// One box a row, so that a table can go on in the next column. Where both do not fit side by side,
// the value stands under its name, in every row.
std::vector<Box> table_rows(const Scribe& type, const std::vector<TableRow>& rows, int width);

}  // namespace kiosk
