#include "content-engine/model/date.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace content {

static std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.front() == '-')
    return std::nullopt;
  return value;
}

static std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day{std::chrono::year{date.year},
                                     std::chrono::month{static_cast<unsigned>(date.month)},
                                     std::chrono::day{static_cast<unsigned>(date.day)}};
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
    return std::nullopt;
  const auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)),
             day = number(iso.substr(8, 2));
  if (!year || !month || !day)
    return std::nullopt;
  const Date date{*year, *month, *day};
  if (!civil(date).ok())
    return std::nullopt;
  return date;
}

std::string to_iso(Date date) {
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

long days_since_epoch(Date date) {
  return std::chrono::sys_days{civil(date)}.time_since_epoch().count();
}

Date date_from_days(long days) {
  const std::chrono::year_month_day day{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
  return Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
              static_cast<int>(static_cast<unsigned>(day.day()))};
}

Date days_after(Date date, long days) {
  return date_from_days(days_since_epoch(date) + days);
}

int weekday_of(Date date) {  // the first of January 1970 was a Thursday
  return static_cast<int>(((days_since_epoch(date) + 3) % 7 + 7) % 7);
}

}  // namespace content
