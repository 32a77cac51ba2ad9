#include "kiosk/screens/open_words.h"

#include "kiosk/screens/clock_time.h"

namespace kiosk {
namespace {

using content::Date;
using content::LocalTime;
using content::OpenDay;
using content::OpeningHours;

constexpr int days_a_week = 7;
constexpr int look_ahead = 14;
const std::string from_left = "\u2066";
const std::string isolate_ends = "\u2069";

std::string span_words(const content::OpenSpan& span) {
  return from_left + clock_time(span.from) + "\u00A0–\u00A0" + clock_time(span.until) +
         isolate_ends;
}

// The nearer a day is, the shorter its name.
std::string day_name(const Frame& frame, Date day) {
  const long ahead = content::days_since_epoch(day) - content::days_since_epoch(now_of(frame).day);
  if (ahead == 0)
    return frame.words()("day.today");
  if (ahead == 1)
    return frame.words()("day.tomorrow");
  return ahead < days_a_week ? frame.words().weekday(day) : frame.words().day(day);
}

}  // namespace

LocalTime now_of(const Frame& frame) {
  return {frame.moment().today, frame.moment().hour * 60 + frame.moment().minute};
}

content::Here here_of(const Frame& frame) {
  return {frame.library().town(), frame.moment().district, frame.language().tag, now_of(frame)};
}

OpenWords open_words(const Frame& frame, const OpeningHours& hours) {
  const content::OpenState state = content::opening_at(hours, now_of(frame));
  const InterfaceWords& words = frame.words();
  if (state.open && !state.until)
    return {true, words("place.always-open")};
  if (state.open)
    return {true, words(state.appointment ? "place.open-appointment" : "place.open-now",
                        {figures("time", clock_time(state.until->minute))})};
  if (!state.opens)
    return {false, words("place.closed-today")};
  return {false, words(state.opens_by_appointment ? "place.opens-appointment" : "place.opens-on",
                       {name("day", day_name(frame, state.opens->day)),
                        figures("time", clock_time(state.opens->minute))})};
}

std::string times_of(const Frame& frame, const OpenDay& day) {
  if (day.spans.empty())
    return frame.words()("place.closed");
  std::string text;
  for (const content::OpenSpan& span : day.spans) {
    text += (text.empty() ? "" : "\n") + span_words(span);
    if (span.appointment)
      text += "\n" + frame.words()("place.by-appointment");
  }
  return text;
}

std::vector<HoursRow> hours_rows(const Frame& frame, const OpeningHours& hours) {
  const Date today = now_of(frame).day;
  const int weekday = content::weekday_of(today);
  const auto usual = [&](Date day) -> const OpenDay& {
    return hours.week.at(static_cast<std::size_t>(content::weekday_of(day)));
  };
  std::vector<HoursRow> rows;
  for (int at = 0; at < days_a_week; ++at) {
    const OpenDay& day = hours.week.at(static_cast<std::size_t>(at));
    const bool weekend = at >= days_a_week - 2;
    if (weekend && day.spans.empty())
      continue;
    const bool now = at == weekday && hours.on(today) == usual(today);
    rows.push_back({frame.words().weekday(content::days_after(today, at - weekday)),
                    times_of(frame, day), now});
  }
  for (int ahead = 0; ahead < look_ahead; ++ahead) {
    const Date day = content::days_after(today, ahead);
    if (hours.on(day) != usual(day))
      rows.push_back({frame.words().day(day), times_of(frame, hours.on(day)), ahead == 0});
  }
  return rows;
}

}  // namespace kiosk
