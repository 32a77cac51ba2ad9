#include "content-engine/model/opening_hours.h"

#include <algorithm>
#include <utility>

#include "content-engine/model/holidays.h"

namespace content {

static constexpr std::array<std::string_view, 7> day_words{"Mo", "Tu", "We", "Th",
                                                           "Fr", "Sa", "Su"};
static constexpr int minutes_of_a_day = 24 * 60;
// «20:00-02:00» goes on after midnight; «15:30-08:00» is a slip of the pen.
static constexpr int longest_night = 14 * 60;

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

// "2026-12-24" or "2026-12-24/2027-01-02".
static std::optional<OpenDates> dates_of(std::string_view text) {
  const bool is_range = text.find('/') != std::string_view::npos;
  const auto first = parse_date(take(text, '/'));
  const auto last = is_range ? parse_date(text) : first;
  if (!first || !last || *last < *first)
    return std::nullopt;
  return OpenDates{*first, *last, {}};
}

static std::optional<OpenSpan> span_of(std::string_view text) {
  const auto from = minute_of(take(text, '-'));
  auto until = minute_of(text);
  if (!from || !until || *from == minutes_of_a_day || *from == *until)
    return std::nullopt;
  if (*until < *from)
    *until += minutes_of_a_day;
  if (*until > minutes_of_a_day && *until - *from > longest_night)
    return std::nullopt;
  return OpenSpan{*from, *until};
}

static std::optional<OpenDay> times_of(std::string_view text) {
  OpenDay day;
  if (text == "closed")
    return day;
  std::string_view rest = text;
  std::string_view times = take(rest, ' ');
  const bool appointment = rest == "appointment";
  if (!rest.empty() && !appointment)
    return std::nullopt;
  while (!times.empty()) {
    auto span = span_of(take(times, ','));
    if (!span || (!day.spans.empty() && span->from < day.spans.back().until))
      return std::nullopt;
    span->appointment = appointment;
    day.spans.push_back(*span);
  }
  return day.spans.empty() ? std::nullopt : std::optional(day);
}

// A day may have two rules: one for everybody and one by appointment. False: it has one already
// that this one contradicts.
static bool join(OpenDay& day, const OpenDay& more, bool named) {
  if (!named) {
    day = more;
    return true;
  }
  if (day.spans.empty() || more.spans.empty() ||
      std::any_of(day.spans.begin(), day.spans.end(), [&](const OpenSpan& span) {
        return span.appointment == more.spans.front().appointment;
      }))
    return false;
  day.spans.insert(day.spans.end(), more.spans.begin(), more.spans.end());
  std::sort(day.spans.begin(), day.spans.end(),
            [](const OpenSpan& a, const OpenSpan& b) { return a.from < b.from; });
  return std::adjacent_find(day.spans.begin(), day.spans.end(),
                            [](const OpenSpan& a, const OpenSpan& b) {
                              return b.from < a.until;
                            }) == day.spans.end();
}

std::optional<OpeningHours> parse_opening_hours(std::string_view text) {
  OpeningHours hours;
  std::array<bool, 7> named{};
  bool holiday_named = false;
  if (text.empty())
    return std::nullopt;
  while (!text.empty()) {
    std::string_view rule = take(text, ';');
    const std::string_view when = take(rule, ' ');
    const auto times = times_of(rule);
    if (!times)
      return std::nullopt;
    if (auto dates = dates_of(when)) {
      dates->day = *times;
      hours.special.push_back(*dates);
      continue;
    }
    if (when == "PH") {
      if (!join(hours.holiday, *times, std::exchange(holiday_named, true)))
        return std::nullopt;
      continue;
    }
    const auto days = days_of(when);
    if (!days || days->empty())
      return std::nullopt;
    for (const std::size_t day : *days)
      if (!join(hours.week.at(day), *times, std::exchange(named.at(day), true)))
        return std::nullopt;
  }
  return hours;
}

const OpenDay& OpeningHours::on(Date day) const {
  const auto at = std::find_if(special.begin(), special.end(), [&](const OpenDates& dates) {
    return dates.first <= day && day <= dates.last;
  });
  if (at != special.end())
    return at->day;
  return is_public_holiday(day) ? holiday : week.at(static_cast<std::size_t>(weekday_of(day)));
}

// A span as minutes from the midnight with which `now.day` begins.
struct Running {
  int from = 0, until = 0;
  bool appointment = false;
};

// Every span from the evening before `day` on; those that touch and are of a kind are one.
static std::vector<Running> running(const OpeningHours& hours, Date day, int days) {
  std::vector<Running> all;
  for (int offset = -1; offset <= days; ++offset)
    for (const OpenSpan& span : hours.on(days_after(day, offset)).spans) {
      const int midnight = offset * minutes_of_a_day;
      if (!all.empty() && all.back().until >= midnight + span.from &&
          all.back().appointment == span.appointment)
        all.back().until = std::max(all.back().until, midnight + span.until);
      else
        all.push_back({midnight + span.from, midnight + span.until, span.appointment});
    }
  return all;
}

// The midnight at a day's end is written as that day's 24:00.
static LocalTime end_at(Date day, int minute) {
  const int days = (minute - 1) / minutes_of_a_day;
  return {days_after(day, days), minute - days * minutes_of_a_day};
}

OpenState opening_at(const OpeningHours& hours, LocalTime now) {
  constexpr int week = 7, two_months = 62;
  OpenState state;
  for (const Running& span : running(hours, now.day, two_months)) {
    if (span.until <= now.minute)
      continue;
    if (span.from <= now.minute) {
      state.open = true;
      state.appointment = span.appointment;
      if (span.until <= week * minutes_of_a_day)
        state.until = end_at(now.day, span.until);
      return state;
    }
    const int days = span.from / minutes_of_a_day;
    state.opens = LocalTime{days_after(now.day, days), span.from - days * minutes_of_a_day};
    state.opens_till = end_at(now.day, span.until);
    state.opens_by_appointment = span.appointment;
    return state;
  }
  return state;
}

}  // namespace content
