#include "kiosk/screens/opening_hours.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kiosk {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

int weekday_of(content::Date day) {  // the first of January 1970 was a Thursday
  const long since_monday = content::days_since_epoch(day) + 3;
  return static_cast<int>(((since_monday % 7) + 7) % 7);
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(by);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos)
      return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, ' '))
    if (!word.empty())
      words.push_back(word);
  return words;
}

std::optional<int> weekday(std::string_view word) {
  const auto at = std::find(weekdays.begin(), weekdays.end(), word);
  if (at == weekdays.end())
    return std::nullopt;
  return static_cast<int>(at - weekdays.begin());
}

// "Mo-We,Fr" names the day?
std::optional<bool> names(std::string_view days, int day) {
  bool found = false;
  for (const std::string_view part : split(days, ',')) {
    const auto ends = split(part, '-');
    const auto first = weekday(ends.front());
    const auto last = weekday(ends.back());
    if (ends.size() > 2 || !first || !last)
      return std::nullopt;
    found =
        found || (*first <= *last ? day >= *first && day <= *last : day >= *first || day <= *last);
  }
  return found;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

std::optional<int> minutes(std::string_view clock) {
  const auto parts = split(clock, ':');
  if (parts.size() != 2)
    return std::nullopt;
  const auto hour = number(parts[0]);
  const auto minute = number(parts[1]);
  if (!hour || !minute || *hour < 0 || *hour > 24 || *minute < 0 || *minute > 59)
    return std::nullopt;
  return *hour * 60 + *minute;
}

std::optional<std::vector<OpenSpan>> spans_of(std::string_view times) {
  std::vector<OpenSpan> spans;
  if (times == "closed")
    return spans;
  for (const std::string_view part : split(times, ',')) {
    const auto ends = split(part, '-');
    const auto from = minutes(ends.front());
    const auto to = minutes(ends.back());
    if (ends.size() != 2 || !from || !to || *from >= *to)
      return std::nullopt;
    spans.push_back({*from, *to});
  }
  return spans;
}

}  // namespace

std::optional<DayHours> hours_on(std::string_view hours, content::Date day) {
  if (words_of(hours).empty())
    return std::nullopt;
  const int today = weekday_of(day);
  DayHours result;
  for (const std::string_view rule : split(hours, ';')) {
    const auto words = words_of(rule);
    if (words.empty())
      continue;
    if (words.size() < 2 || words.size() > 3 || (words.size() == 3 && words[2] != "appointment"))
      return std::nullopt;
    const auto named = names(words[0], today);
    const auto spans = spans_of(words[1]);
    if (!named || !spans)
      return std::nullopt;
    if (!*named)
      continue;
    result.spans = *spans;  // a later rule for the same day replaces an earlier one
    result.appointment = words.size() == 3;
  }
  return result;
}

std::string clock_time(int at) {
  const std::string minute = std::to_string(at % 60);
  return std::to_string(at / 60) + ":" + (minute.size() < 2 ? "0" : "") + minute;
}

}  // namespace kiosk
