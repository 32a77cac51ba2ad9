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

}  // namespace content
