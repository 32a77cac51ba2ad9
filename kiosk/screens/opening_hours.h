// What the opening hours of a place (grammar in content-engine/source/FORMAT.md) say about one day.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"

namespace kiosk {

// Minutes since midnight.
struct OpenSpan {
  int from = 0;
  int to = 0;

  bool operator==(const OpenSpan&) const = default;
};

struct DayHours {
  std::vector<OpenSpan> spans;  // none: closed
  bool appointment = false;

  bool operator==(const DayHours&) const = default;
};

// None when the hours cannot be read or there are none.
std::optional<DayHours> hours_on(std::string_view hours, content::Date day);
// "8:00"
std::string clock_time(int minutes);

}  // namespace kiosk
