// When nobody is expected and a lit screen only wears itself out. Hours of the town's clock, over
// midnight or not. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

namespace kiosk {

struct Night {
  int from = 0;  // minutes of the day
  int until = 0;

  bool covers(int minute) const {
    return from < until ? from <= minute && minute < until : from <= minute || minute < until;
  }
  bool operator==(const Night&) const = default;
};

// "20:00-07:00"; nothing for anything else, and where it would never end.
std::optional<Night> parse_night(std::string_view text);

}  // namespace kiosk
