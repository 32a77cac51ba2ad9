#include "content-engine/model/opening_hours.h"

#include <algorithm>

namespace content {

static constexpr std::array<std::string_view, 7> day_words{"Mo", "Tu", "We", "Th",
                                                           "Fr", "Sa", "Su"};
static constexpr int minutes_of_a_day = 24 * 60;

// The part before the next separator; both are taken off the rest.
static std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  while (part.starts_with(' '))
    part.remove_prefix(1);
  while (part.ends_with(' '))
    part.remove_suffix(1);
  return part;
}

static std::optional<std::size_t> day_of(std::string_view word) {
  const auto at = std::find(day_words.begin(), day_words.end(), word);
  if (at == day_words.end())
    return std::nullopt;
  return static_cast<std::size_t>(at - day_words.begin());
}

static std::optional<int> minute_of(std::string_view clock) {
  const auto digit = [&](std::size_t at) { return clock[at] >= '0' && clock[at] <= '9'; };
  if (clock.size() != 5 || clock[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
    return std::nullopt;
  const int hour = (clock[0] - '0') * 10 + clock[1] - '0';
  const int minute = (clock[3] - '0') * 10 + clock[4] - '0';
  const int whole = hour * 60 + minute;
  return minute < 60 && whole <= minutes_of_a_day ? std::optional(whole) : std::nullopt;
}

static std::optional<std::vector<std::size_t>> days_of(std::string_view list) {
  std::vector<std::size_t> days;
  while (!list.empty()) {
    std::string_view range = take(list, ',');
    const bool is_range = range.find('-') != std::string_view::npos;
    const auto first = day_of(take(range, '-'));
    const auto last = is_range ? day_of(range) : first;
    if (!first || !last || *last < *first)
      return std::nullopt;
    for (std::size_t day = *first; day <= *last; ++day)
      days.push_back(day);
  }
  return days;
}

static std::optional<OpenDay> times_of(std::string_view text) {
  OpenDay day;
  if (text == "closed")
    return day;
  std::string_view rest = text;
  std::string_view times = take(rest, ' ');
  day.appointment = rest == "appointment";
  if (!rest.empty() && !day.appointment)
    return std::nullopt;
  while (!times.empty()) {
    std::string_view span = take(times, ',');
    const auto from = minute_of(take(span, '-'));
    const auto until = minute_of(span);
    const bool after = day.spans.empty() || (from && day.spans.back().until <= *from);
    if (!from || !until || *until <= *from || !after)
      return std::nullopt;
    day.spans.push_back({*from, *until});
  }
  return day.spans.empty() ? std::nullopt : std::optional(day);
}

std::optional<OpeningHours> parse_opening_hours(std::string_view text) {
  OpeningHours hours;
  std::array<bool, 7> named{};
  if (text.empty())
    return std::nullopt;
  while (!text.empty()) {
    std::string_view rule = take(text, ';');
    const auto days = days_of(take(rule, ' '));
    const auto times = times_of(rule);
    if (!days || days->empty() || !times)
      return std::nullopt;
    for (const std::size_t day : *days) {
      if (named.at(day))
        return std::nullopt;
      named.at(day) = true;
      hours.at(day) = *times;
    }
  }
  return hours;
}

}  // namespace content
