// The two clocks: one that only goes forward, for waiting, and the one on the wall of the town
// hall, for showing. Read here and nowhere else; everybody else is told the time.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string_view>

#include "content-engine/model/date.h"

namespace kiosk {

struct WallTime {
  content::Date today;
  int hour = 0;
  int minute = 0;
  std::chrono::milliseconds until_next_minute{60'000};

  bool operator==(const WallTime&) const = default;
};

inline int minute_of_day(const WallTime& wall) {
  return wall.hour * 60 + wall.minute;
}

// Milliseconds since an unspecified start; never goes back, whatever happens to the wall clock.
std::chrono::milliseconds steady_now();

// `time_zone` as IANA names it; one that is unknown (or empty) means the machine's own.
WallTime wall_time(std::string_view time_zone);
// The same for a given moment, in milliseconds since 1970 UTC.
WallTime wall_time_at(std::chrono::milliseconds since_epoch, std::string_view time_zone);

}  // namespace kiosk
