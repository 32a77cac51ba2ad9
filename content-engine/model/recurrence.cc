#include "content-engine/model/recurrence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "content-engine/model/words.h"

namespace content {

static constexpr std::array<std::string_view, 4> frequency_words{"DAILY", "WEEKLY", "MONTHLY",
                                                                 "YEARLY"};
static constexpr std::array<std::string_view, 7> day_words{"MO", "TU", "WE", "TH",
                                                           "FR", "SA", "SU"};
// More steps than fifty years of days have; it only ends what never comes to a day at all.
static constexpr int most_steps = 20'000;

static std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

static std::optional<int> number(std::string_view digits) {
  if (digits.starts_with('+'))
    digits.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

// "20270331" with or without a time after it.
static std::optional<Date> day_of(std::string_view text) {
  if (text.size() < 8 || (text.size() > 8 && text[8] != 'T'))
    return std::nullopt;
  const std::string iso = std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) +
                          '-' + std::string(text.substr(6, 2));
  return parse_date(iso);
}

static bool take_days(std::string_view list, Recurrence& rule) {
  while (!list.empty()) {
    std::string_view word = take(list, ',');
    if (word.size() < 2)
      return false;
    const auto weekday =
        std::find(day_words.begin(), day_words.end(), word.substr(word.size() - 2));
    word.remove_suffix(2);
    const std::optional<int> ordinal = word.empty() ? 0 : number(word);
    if (weekday == day_words.end() || !ordinal || *ordinal < -5 || *ordinal > 5 ||
        (!word.empty() && *ordinal == 0))
      return false;
    rule.days.push_back({*ordinal, static_cast<int>(weekday - day_words.begin())});
  }
  return !rule.days.empty();
}

static bool take_month_days(std::string_view list, Recurrence& rule) {
  while (!list.empty()) {
    const auto day = number(take(list, ','));
    if (!day || *day == 0 || *day < -31 || *day > 31)
      return false;
    rule.month_days.push_back(*day);
  }
  return !rule.month_days.empty();
}

static bool take_positive(std::string_view text, int& into) {
  const auto value = number(text);
  if (!value || *value < 1 || *value > 10'000)
    return false;
  into = *value;
  return true;
}

// What days a frequency may name; weeks that do not begin on Monday matter with an interval only.
static bool makes_sense(const Recurrence& rule, bool from_monday) {
  const bool in_month = std::any_of(rule.days.begin(), rule.days.end(),
                                    [](const RecurringDay& day) { return day.ordinal != 0; });
  switch (rule.frequency) {
    case Frequency::Daily:
    case Frequency::Yearly:
      return rule.days.empty() && rule.month_days.empty();
    case Frequency::Weekly:
      return !in_month && rule.month_days.empty() && (from_monday || rule.interval == 1);
    case Frequency::Monthly:
      return rule.days.empty() || rule.month_days.empty();
  }
  return false;
}

std::optional<Recurrence> parse_recurrence(std::string_view text) {
  Recurrence rule;
  bool frequency = false, from_monday = true;
  while (!text.empty()) {
    std::string_view value = take(text, ';');
    const std::string_view key = take(value, '=');
    bool understood = true;
    if (key == "FREQ") {
      const auto word = find_word<Frequency>(frequency_words, value);
      frequency = word.has_value();
      rule.frequency = word.value_or(Frequency{});
    } else if (key == "INTERVAL") {
      understood = take_positive(value, rule.interval);
    } else if (key == "COUNT") {
      understood = take_positive(value, rule.count);
    } else if (key == "UNTIL") {
      rule.until = day_of(value);
      understood = rule.until.has_value();
    } else if (key == "BYDAY") {
      understood = take_days(value, rule);
    } else if (key == "BYMONTHDAY") {
      understood = take_month_days(value, rule);
    } else if (key == "WKST") {
      from_monday = value == "MO";
    } else {
      understood = false;
    }
    if (!understood)
      return std::nullopt;
  }
  return frequency && makes_sense(rule, from_monday) ? std::optional(rule) : std::nullopt;
}

static int days_in(int year, int month) {
  using namespace std::chrono;
  const year_month_day_last last{std::chrono::year{year} /
                                 std::chrono::month{static_cast<unsigned>(month)} /
                                 std::chrono::last};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

// The days of one month that the rule names; none for the 31st of a short one.
static std::vector<Date> days_of_month(const Recurrence& rule, int year, int month, int start_day) {
  const int length = days_in(year, month);
  std::vector<int> days;
  for (const RecurringDay& day : rule.days) {
    const int first = 1 + (day.weekday - weekday_of({year, month, 1}) + 7) % 7;
    if (day.ordinal == 0)
      for (int at = first; at <= length; at += 7)
        days.push_back(at);
    else if (day.ordinal > 0)
      days.push_back(first + 7 * (day.ordinal - 1));
    else
      days.push_back(first + 7 * ((length - first) / 7 + 1 + day.ordinal));
  }
  for (const int day : rule.month_days)
    days.push_back(day > 0 ? day : length + 1 + day);
  if (days.empty())
    days.push_back(start_day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::vector<Date> dates;
  for (const int day : days)
    if (day >= 1 && day <= length)
      dates.push_back({year, month, day});
  return dates;
}

static std::vector<Date> days_of_week(const Recurrence& rule, Date start, int step) {
  const Date monday = days_after(start, -weekday_of(start) + 7L * step * rule.interval);
  std::vector<int> weekdays;
  for (const RecurringDay& day : rule.days)
    weekdays.push_back(day.weekday);
  if (weekdays.empty())
    weekdays.push_back(weekday_of(start));
  std::sort(weekdays.begin(), weekdays.end());
  weekdays.erase(std::unique(weekdays.begin(), weekdays.end()), weekdays.end());
  std::vector<Date> dates;
  for (const int weekday : weekdays)
    dates.push_back(days_after(monday, weekday));
  return dates;
}

// The days of the step-th day, week, month or year.
static std::vector<Date> days_of_step(const Recurrence& rule, Date start, int step) {
  switch (rule.frequency) {
    case Frequency::Daily:
      return {days_after(start, long{step} * rule.interval)};
    case Frequency::Weekly:
      return days_of_week(rule, start, step);
    case Frequency::Monthly: {
      const int months = start.month - 1 + step * rule.interval;
      return days_of_month(rule, start.year + months / 12, months % 12 + 1, start.day);
    }
    case Frequency::Yearly:
      return days_of_month(rule, start.year + step * rule.interval, start.month, start.day);
  }
  return {};
}

std::vector<Date> days_of(const Recurrence& rule, Date start, Date from, Date to) {
  constexpr int last_year = 9999;
  std::vector<Date> found;
  int counted = 0;
  for (int step = 0; step < most_steps; ++step)
    for (const Date day : days_of_step(rule, start, step)) {
      if (day < start)
        continue;
      if (day > to || (rule.until && day > *rule.until) || day.year > last_year ||
          (rule.count > 0 && ++counted > rule.count))
        return found;
      if (day >= from)
        found.push_back(day);
    }
  return found;
}

}  // namespace content
