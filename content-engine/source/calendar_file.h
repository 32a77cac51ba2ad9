// An iCalendar file (RFC 5545) as events of the town: folded lines, time zones, repetitions with
// their exceptions and moved dates are read by libical, and everything comes out on the town's own
// clock, whatever zone the file or this machine is in. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/offering.h"
#include "content-engine/model/result.h"

namespace content {

inline constexpr std::size_t calendar_limit = 16 * 1024 * 1024;

struct CalendarRules {
  std::string time_zone = "Europe/Berlin";
  Date today;  // what was over before is left out, and said to be
};

struct CalendarReading {
  std::vector<Offering> events;  // without id, provider and source: those are the importer's
  int seen = 0;                  // VEVENTs in the file
  int over = 0;                  // left out, because they are over
  int cancelled = 0;
  int hidden = 0;  // marked private or confidential
  int moved = 0;   // single dates of a repetition that are events of their own here
  std::vector<Finding> findings;
};

// Malformed: no calendar. Unsupported: a time zone of the town that this machine does not know.
Result<CalendarReading> read_calendar(std::string_view text, const std::string& file,
                                      const CalendarRules& rules);

}  // namespace content
