// When a place is open, in the grammar of the source format: «Mo-We 08:00-15:30; Th 08:00-18:00».
// Days no rule names are closed; holidays are not known here.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace content {

// Minutes since midnight of the town's clock; `until` is past the last minute and may be 24:00.
struct OpenSpan {
  int from = 0;
  int until = 0;

  bool operator==(const OpenSpan&) const = default;
};

struct OpenDay {
  std::vector<OpenSpan> spans;  // in order, apart from each other; empty: closed
  bool appointment = false;     // only for those who have one

  bool operator==(const OpenDay&) const = default;
};

using OpeningHours = std::array<OpenDay, 7>;  // from Monday

// None: the text does not follow the grammar, names a day twice or a span that ends before it
// begins. An empty text is no opening hours either.
std::optional<OpeningHours> parse_opening_hours(std::string_view text);

}  // namespace content
