// A calendar day in the town's time. Validity, review and editions speak of days, never of seconds.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace content {

struct Date {
  int year = 0;
  int month = 0;  // 1–12
  int day = 0;    // 1–31

  auto operator<=>(const Date&) const = default;
};

// "2026-11-23" and nothing else; an impossible day (2026-02-30) is no date.
std::optional<Date> parse_date(std::string_view iso);
std::string to_iso(Date date);
// Days since 1970-01-01, negative before; proleptic Gregorian calendar.
long days_since_epoch(Date date);
Date date_from_days(long days);
Date days_after(Date date, long days);
int weekday_of(Date date);  // 0 is Monday

// A minute on the town's clock. What opens at 8:00 opens at 8:00 whatever the clock was moved by,
// so nothing of the model reckons in seconds or in another zone.
struct LocalTime {
  Date day;
  int minute = 0;  // since midnight; 1440 is the midnight at the day's end

  auto operator<=>(const LocalTime&) const = default;
};

}  // namespace content
