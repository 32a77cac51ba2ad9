// Tables for the town's report (R44, R45) from counters of all kiosks. A cell below five is not
// shown, and neither is what would give it away: where one cell of a row or column is hidden
// another is too, totals are of shown cells only, and nothing is printed in two tables.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content-engine/counters/tally.h"

namespace content {

inline constexpr std::uint64_t smallest_shown = 5;

// Rows by columns; no number: fewer than five, or hidden to protect one that is.
struct StatisticsTable {
  std::string name;  // "sessions", "topics", …
  std::vector<std::string> columns;
  struct Row {
    std::string name;
    std::vector<std::optional<std::uint64_t>> cells;

    bool operator==(const Row&) const = default;
  };
  std::vector<Row> rows;

  bool operator==(const StatisticsTable&) const = default;
};

// In the order of the page. Each kiosk's tally has been merged into one already.
std::vector<StatisticsTable> statistics_of(const Tally& tally);
// Hides what must be; `rows` all have as many cells as there are columns.
void suppress(StatisticsTable& table);

}  // namespace content
