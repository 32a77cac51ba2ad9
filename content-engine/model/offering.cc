#include "content-engine/model/offering.h"

#include <algorithm>
#include <array>

#include "content-engine/model/opening_hours.h"
#include "content-engine/model/recurrence.h"
#include "content-engine/model/words.h"

namespace content {

static constexpr std::array<std::string_view, 2> kind_words{"course", "event"};
static constexpr std::array<std::string_view, 6> level_words{"alpha", "a1", "a2", "b1", "b2", "c1"};
static constexpr std::array<std::string_view, 4> daytime_words{"morning", "afternoon", "evening",
                                                               "weekend"};

std::string_view to_word(OfferingKind kind) {
  return kind_words.at(static_cast<std::size_t>(kind));
}
std::optional<OfferingKind> parse_offering_kind(std::string_view word) {
  return find_word<OfferingKind>(kind_words, word);
}
std::string_view to_word(Level level) {
  return level_words.at(static_cast<std::size_t>(level));
}
std::optional<Level> parse_level(std::string_view word) {
  return find_word<Level>(level_words, word);
}
std::string_view to_word(Daytime time) {
  return daytime_words.at(static_cast<std::size_t>(time));
}

const std::vector<std::string_view>& offering_types(OfferingKind kind) {
  static const std::vector<std::string_view> courses{"other-course", "integration", "parents-women",
                                                     "youth",        "literacy",    "vocational",
                                                     "orientation",  "german"};
  static const std::vector<std::string_view> events{"other-event", "information", "reception",
                                                    "meeting",     "family",      "culture"};
  return kind == OfferingKind::Course ? courses : events;
}

bool teaches_german(std::string_view type) {
  const auto& courses = offering_types(OfferingKind::Course);
  return type != courses.front() && type != "orientation" &&
         std::find(courses.begin(), courses.end(), type) != courses.end();
}

std::vector<std::string> sources_of(const Offering& offering) {
  std::vector<std::string> sources;
  std::string_view rest = offering.sources;
  while (!rest.empty()) {
    const std::size_t end = rest.find(';');
    std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    if (!part.empty())
      sources.emplace_back(part);
  }
  return sources;
}

// Letters and digits only, capitals small: «Deutsch A1 (VHS)» and «deutsch a1 – VHS». Signs of
// Latin-1 (C2 xx) and general punctuation (E2 80 xx) are no letters.
static std::string bare(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xC2) {
      ++at;
    } else if (text.substr(at).starts_with("\xE2\x80")) {
      at += 2;
    } else if (byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')) {
      letters += text[at];
    } else if (byte >= 'A' && byte <= 'Z') {
      letters += static_cast<char>(byte - 'A' + 'a');
    }
  }
  return letters;
}

static bool share_a_source(const Offering& one, const Offering& other) {
  const auto theirs = sources_of(other);
  const auto ours = sources_of(one);
  return std::any_of(ours.begin(), ours.end(), [&](const std::string& source) {
    return std::find(theirs.begin(), theirs.end(), source) != theirs.end();
  });
}

bool same_offering(const Offering& one, const Offering& other) {
  if (one.kind != other.kind || one.starts != other.starts || one.from != other.from)
    return false;
  if (!one.origin.empty() && !other.origin.empty() && share_a_source(one, other))
    return one.origin == other.origin;
  const bool one_time = one.times == other.times || one.times.empty() || other.times.empty();
  if (bare(one.title) == bare(other.title))
    return one_time;
  const bool one_place = (!one.place.empty() && one.place == other.place) ||
                         (!one.address.empty() && bare(one.address) == bare(other.address));
  return !one.times.empty() && one.times == other.times && one_place && one.type == other.type &&
         one.levels == other.levels;
}

std::optional<Date> last_day(const Offering& offering) {
  if (offering.repeats.empty() && offering.also.empty())
    return std::max(offering.starts, offering.ends);
  // A rule without end has none; otherwise it is the last of the days there are.
  constexpr long a_lifetime = 366L * 60;
  const auto rule = parse_recurrence(offering.repeats);
  if (rule && rule->count == 0 && !rule->until)
    return std::nullopt;
  const auto days = event_days(offering, offering.starts, days_after(offering.starts, a_lifetime));
  return days.empty() ? offering.starts : days.back();
}

std::vector<Date> event_days(const Offering& offering, Date from, Date to) {
  std::vector<Date> days;
  if (const auto rule = parse_recurrence(offering.repeats)) {
    days = days_of(*rule, offering.starts, from, to);
  } else if (offering.starts >= from && offering.starts <= to) {
    days.push_back(offering.starts);
  }
  for (const Date day : offering.also)
    if (day >= from && day <= to)
      days.push_back(day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::erase_if(days, [&](Date day) {
    return std::find(offering.except.begin(), offering.except.end(), day) != offering.except.end();
  });
  return days;
}

std::vector<Daytime> daytimes_of(const Offering& offering) {
  constexpr int noon = 12 * 60, five = 17 * 60;
  std::array<bool, daytime_words.size()> meets{};
  const auto note = [&](int weekday, int from) {
    const Daytime time = from < noon   ? Daytime::Morning
                         : from < five ? Daytime::Afternoon
                                       : Daytime::Evening;
    meets.at(static_cast<std::size_t>(time)) = true;
    if (weekday >= 5)
      meets.at(static_cast<std::size_t>(Daytime::Weekend)) = true;
  };
  if (const auto hours = parse_opening_hours(offering.times))
    for (int weekday = 0; weekday < 7; ++weekday)
      for (const OpenSpan& span : hours->week.at(static_cast<std::size_t>(weekday)).spans)
        note(weekday, span.from);
  std::vector<Daytime> times;
  for (std::size_t at = 0; at < meets.size(); ++at)
    if (meets.at(at))
      times.push_back(static_cast<Daytime>(at));
  return times;
}

}  // namespace content
