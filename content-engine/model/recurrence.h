// Which days an event comes back on: the part of RFC 5545's RRULE that people write («every second
// Tuesday», «the first Monday of the month»), on the town's own calendar. What else a calendar
// program can say is written out as single dates by the importer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"

namespace content {

enum class Frequency : std::uint8_t { Daily, Weekly, Monthly, Yearly };

struct RecurringDay {
  int ordinal = 0;  // in a month: 1 the first, -1 the last; 0 in a week
  int weekday = 0;  // from Monday

  bool operator==(const RecurringDay&) const = default;
};

struct Recurrence {
  Frequency frequency{};
  int interval = 1;
  int count = 0;              // 0: without end
  std::optional<Date> until;  // last day
  std::vector<RecurringDay> days{};
  std::vector<int> month_days{};  // 1 to 31, -1 the last

  bool operator==(const Recurrence&) const = default;
};

// "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270331". None: no such rule, or one beyond this part of
// RRULE.
std::optional<Recurrence> parse_recurrence(std::string_view rule);

// The days from `from` to `to`, in order. `start` is the first one and gives day and month where
// the rule does not.
std::vector<Date> days_of(const Recurrence& rule, Date start, Date from, Date to);

}  // namespace content
