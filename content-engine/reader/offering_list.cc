#include "content-engine/reader/offering_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "content-engine/reader/language_fallback.h"

namespace content {

// What the day of an event is over at when nobody said: an hour after it began.
static constexpr int usual_length = 60;
static constexpr int minutes_of_a_day = 24 * 60;

static Coming made(const Offering& offering, Date day, const Here& here) {
  Coming coming{&offering, day, offering.title, here.town.default_language,
                speaks(offering.languages, here.language)};
  for (std::string_view tag = here.language; !tag.empty(); tag = broader_tag(tag))
    if (const auto title = offering.titles.find(std::string(tag)); title != offering.titles.end()) {
      coming.title = title->second;
      coming.title_language = title->first;
      break;
    }
  return coming;
}

// Every word the course fits.
static std::vector<std::string> words_of(const Offering& course) {
  std::vector<std::string> words;
  for (const Level level : course.levels)
    words.push_back("level:" + std::string(to_word(level)));
  words.push_back("type:" + course.type);
  for (const Daytime time : daytimes_of(course))
    words.push_back("time:" + std::string(to_word(time)));
  if (course.childcare.value_or(false))
    words.emplace_back("childcare");
  if (course.cost == "free")
    words.emplace_back("cost:free");
  if (!course.district.empty())
    words.push_back("district:" + course.district);
  return words;
}

static std::string_view sort_of(std::string_view word) {
  return word.substr(0, word.find(':'));
}

static bool fits(const Offering& course, const CourseWish& wish) {
  const std::vector<std::string> has = words_of(course);
  std::map<std::string_view, bool> sorts;
  for (const std::string& word : wish)
    sorts[sort_of(word)] |= std::find(has.begin(), has.end(), word) != has.end();
  return std::all_of(sorts.begin(), sorts.end(), [](const auto& sort) { return sort.second; });
}

static bool runs_or_will(const Offering& course, Date today) {
  return course.kind == OfferingKind::Course && std::max(course.starts, course.ends) >= today;
}

std::vector<std::string> words_of_courses(const Registers& registers, const Here& here) {
  std::set<std::string> there;
  for (const Offering& course : registers.offerings)
    if (runs_or_will(course, here.now.day))
      for (std::string& word : words_of(course))
        there.insert(std::move(word));
  std::vector<std::string> order;
  for (int level = 0; level <= static_cast<int>(Level::C1); ++level)
    order.push_back("level:" + std::string(to_word(static_cast<Level>(level))));
  for (const std::string_view type : offering_types(OfferingKind::Course))
    order.push_back("type:" + std::string(type));
  for (int time = 0; time <= static_cast<int>(Daytime::Weekend); ++time)
    order.push_back("time:" + std::string(to_word(static_cast<Daytime>(time))));
  order.emplace_back("childcare");
  order.emplace_back("cost:free");
  for (const std::string& district : here.town.districts)
    order.push_back("district:" + district);
  std::erase_if(order, [&](const std::string& word) { return !there.contains(word); });
  return order;
}

std::vector<Coming> courses(const Registers& registers, const CourseWish& wish, const Here& here) {
  std::vector<Coming> found;
  for (const Offering& course : registers.offerings)
    if (runs_or_will(course, here.now.day) && fits(course, wish))
      found.push_back(made(course, std::max(course.starts, here.now.day), here));
  std::stable_sort(found.begin(), found.end(), [&](const Coming& a, const Coming& b) {
    const auto key = [&](const Coming& each) {
      return std::tuple(distance(here, each.offering->district), each.day,
                        std::string_view(each.offering->id));
    };
    return key(a) < key(b);
  });
  return found;
}

// The last minute of the event that begins on that day, counted from its midnight.
static int end_minute(const Offering& event) {
  if (!event.from)
    return minutes_of_a_day;
  return event.until.value_or(*event.from + usual_length);
}

// The next day on which it is not over yet, within the horizon.
static std::optional<Date> next_day(const Offering& event, LocalTime now) {
  const long length = std::max(0L, days_since_epoch(event.ends) - days_since_epoch(event.starts));
  const bool several_days = event.ends != Date{} && length > 0 && event.repeats.empty();
  if (several_days && event.starts <= now.day && now.day <= event.ends)
    return now.day;
  for (const Date day :
       event_days(event, days_after(now.day, -1), days_after(now.day, event_horizon))) {
    const long since = days_since_epoch(now.day) - days_since_epoch(day);
    if (since * minutes_of_a_day + now.minute < end_minute(event))
      return day;
  }
  return std::nullopt;
}

std::vector<Coming> coming_events(const Registers& registers, const Here& here) {
  std::vector<Coming> found;
  for (const Offering& event : registers.offerings)
    if (event.kind == OfferingKind::Event)
      if (const auto day = next_day(event, here.now))
        found.push_back(made(event, *day, here));
  std::stable_sort(found.begin(), found.end(), [&](const Coming& a, const Coming& b) {
    const auto key = [&](const Coming& each) {
      return std::tuple(!each.own_language, each.day, each.offering->from.value_or(0),
                        distance(here, each.offering->district),
                        std::string_view(each.offering->id));
    };
    return key(a) < key(b);
  });
  return found;
}

std::optional<Coming> coming(const Registers& registers, std::string_view id, const Here& here) {
  const auto at = std::find_if(registers.offerings.begin(), registers.offerings.end(),
                               [&](const Offering& each) { return each.id == id; });
  if (at == registers.offerings.end())
    return std::nullopt;
  if (runs_or_will(*at, here.now.day))
    return made(*at, std::max(at->starts, here.now.day), here);
  if (at->kind == OfferingKind::Event)
    if (const auto day = next_day(*at, here.now))
      return made(*at, *day, here);
  return std::nullopt;
}

}  // namespace content
