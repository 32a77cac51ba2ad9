#include "kiosk/screens/offering_words.h"

#include <algorithm>

#include "kiosk/screens/clock_time.h"

namespace kiosk {
namespace {

// The dot stays at the end of its line; each part runs in its own direction.
void add(std::string& line, const std::string& part) {
  if (!part.empty())
    line += (line.empty() ? "" : "\u00A0· ") + std::string("\u2068") + part + "\u2069";
}

}  // namespace

std::string level_word(const Frame& frame, content::Level level) {
  if (level == content::Level::Alpha)
    return frame.words()("level.alpha");
  std::string word(content::to_word(level));
  word.front() = 'A' + (word.front() - 'a');
  return word;
}

std::string course_name(const Frame& frame, const content::Offering& course) {
  std::string name = frame.words()("offer-type." + course.type);
  for (std::size_t at = 0; at < course.levels.size(); ++at)
    name += (at == 0 ? " · " : ", ") + level_word(frame, course.levels[at]);
  return name;
}

std::string wish_word(const Frame& frame, const std::string& word) {
  const std::size_t colon = word.find(':');
  const std::string sort = word.substr(0, colon);
  const std::string value = colon == std::string::npos ? "" : word.substr(colon + 1);
  if (sort == "level")
    return level_word(frame, content::parse_level(value).value_or(content::Level::Alpha));
  if (sort == "type")
    return frame.words()("offer-type." + value);
  if (sort == "time")
    return frame.words()("time." + value);
  if (sort == "district")
    return value;
  return frame.words()(sort == "childcare" ? "course.childcare" : "course.free");
}

std::string language_names(const Frame& frame, const std::vector<std::string>& tags) {
  std::vector<std::string> names;
  for (const std::string& tag : tags)
    names.push_back(frame.words().language(tag));
  return names.empty() ? std::string() : frame.words().list(names);
}

std::string course_line(const Frame& frame, const content::Coming& course) {
  const content::Offering& offering = *course.offering;
  const InterfaceWords& words = frame.words();
  std::string line = words(offering.starts < frame.moment().today ? "course.since" : "course.from",
                           {name("date", words.date(offering.starts))});
  for (const content::Daytime time : content::daytimes_of(offering))
    add(line, words("time." + std::string(content::to_word(time))));
  add(line, offering.district);
  if (offering.childcare.value_or(false))
    add(line, words("course.childcare"));
  return line;
}

std::string event_times(const content::Offering& event) {
  if (!event.from)
    return {};
  std::string times = "\u2066" + clock_time(*event.from);
  if (event.until)
    times += "\u00A0–\u00A0" + clock_time(*event.until);
  return times + "\u2069";
}

std::string event_line(const Frame& frame, const content::Coming& event) {
  const content::Offering& offering = *event.offering;
  std::string line = frame.words().day(event.day);
  add(line, event_times(offering));
  add(line, offering.district);
  add(line, language_names(frame, offering.languages));
  return line;
}

}  // namespace kiosk
