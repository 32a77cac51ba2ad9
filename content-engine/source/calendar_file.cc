#include "content-engine/source/calendar_file.h"

#include <libical/ical.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "content-engine/model/recurrence.h"
#include "content-engine/source/source_text.h"

namespace content {

namespace {

constexpr int horizon_days = 550;  // a repetition that our rules cannot say is written out so far
constexpr std::size_t most_days = 600;

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

class Reader final {
 public:
  Reader(const std::string& file, const CalendarRules& rules, icaltimezone* town)
      : file_(file), rules_(rules), town_(town) {}

  CalendarReading read(icalcomponent* root) {
    each_event(root, [&](icalcomponent* event) { note_moved(event); });
    each_event(root, [&](icalcomponent* event) {
      ++reading_.seen;
      take(event);
    });
    return std::move(reading_);
  }

 private:
  template <typename Verb>
  void each_event(icalcomponent* from, Verb verb) {
    if (icalcomponent_isa(from) == ICAL_VEVENT_COMPONENT)
      return verb(from);
    for (icalcompiter at = icalcomponent_begin_component(from, ICAL_ANY_COMPONENT);
         icalcompiter_deref(&at) != nullptr; icalcompiter_next(&at)) {
      icalcomponent* inner = icalcompiter_deref(&at);
      const auto kind = icalcomponent_isa(inner);
      if (kind == ICAL_VEVENT_COMPONENT || kind == ICAL_VCALENDAR_COMPONENT)
        each_event(inner, verb);
    }
  }

  // On the town's clock. A time without a zone is the town's already.
  LocalTime local(icaltimetype time) const {
    if (time.is_date == 0 && time.zone != nullptr)
      time = icaltime_convert_to_zone(time, town_);
    return {{time.year, time.month, time.day},
            time.is_date != 0 ? 0 : time.hour * 60 + time.minute};
  }

  static std::string text_of(icalcomponent* event, icalproperty_kind kind) {
    icalproperty* property = icalcomponent_get_first_property(event, kind);
    const char* value = property == nullptr ? nullptr : icalproperty_get_value_as_string(property);
    if (value == nullptr)
      return {};
    std::string text = property_text(property, value);
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::vector<Finding> unread;
    return std::string(trimmed(clean_text(text, "", unread)));
  }

  // Of a text property the value itself, with its escapes undone.
  static std::string property_text(icalproperty* property, const char* fallback) {
    icalvalue* value = icalproperty_get_value(property);
    const auto kind = icalvalue_isa(value);
    if (kind != ICAL_TEXT_VALUE)
      return fallback;
    const char* text = icalvalue_get_text(value);
    return text == nullptr ? fallback : text;
  }

  std::string name_of(icalcomponent* event) const {
    const std::string title = text_of(event, ICAL_SUMMARY_PROPERTY);
    return title.empty() ? text_of(event, ICAL_UID_PROPERTY) : title;
  }

  void warn(icalcomponent* event, std::string_view german, std::string_view english,
            std::string_view rule = "calendar") {
    reading_.findings.push_back(
        {file_,
         0,
         Severity::Warning,
         std::string(rule),
         sentence(german, english, {name_of(event)}),
         {"am Kalender der Quelle prüfen", "look at the source's calendar"}});
  }

  // Single dates that were moved or called off are no dates of their repetition.
  void note_moved(icalcomponent* event) {
    const icaltimetype instead = icalcomponent_get_recurrenceid(event);
    if (icaltime_is_null_time(instead) == 0)
      moved_[text_of(event, ICAL_UID_PROPERTY)].insert(local(instead).day);
  }

  bool left_out(icalcomponent* event) {
    const std::string hidden = text_of(event, ICAL_CLASS_PROPERTY);
    if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
      ++reading_.cancelled;
    else if (hidden == "PRIVATE" || hidden == "CONFIDENTIAL")
      ++reading_.hidden;
    else
      return false;
    return true;
  }

  void take(icalcomponent* event) {
    if (left_out(event))
      return;
    const icaltimetype start = icalcomponent_get_dtstart(event);
    if (icaltime_is_null_time(start) != 0 || icaltime_is_valid_time(start) == 0) {
      warn(event, "«%1» hat keinen Beginn und fehlt", "«%1» has no beginning and is left out");
      return;
    }
    Offering made = common(event, start);
    const icaltimetype instead = icalcomponent_get_recurrenceid(event);
    if (icaltime_is_null_time(instead) == 0) {
      ++reading_.moved;
      made.origin += "/" + to_iso(local(instead).day);
      keep(std::move(made));
      return;
    }
    const auto moved = moved_.find(text_of(event, ICAL_UID_PROPERTY));
    if (moved != moved_.end())
      made.except.assign(moved->second.begin(), moved->second.end());
    repeat(event, start, std::move(made));
  }

  Offering common(icalcomponent* event, icaltimetype start) {
    Offering made;
    made.kind = OfferingKind::Event;
    made.type = offering_types(OfferingKind::Event).front();
    made.title = text_of(event, ICAL_SUMMARY_PROPERTY);
    made.address = text_of(event, ICAL_LOCATION_PROPERTY);
    made.web = text_of(event, ICAL_URL_PROPERTY);
    made.origin = text_of(event, ICAL_UID_PROPERTY);
    const LocalTime begins = local(start);
    made.starts = begins.day;
    icaltimetype end = icalcomponent_get_dtend(event);
    const LocalTime ends = icaltime_is_null_time(end) != 0 ? begins : local(end);
    const long days = days_since_epoch(ends.day) - days_since_epoch(begins.day);
    if (start.is_date != 0) {  // the end of whole days is the day after them
      if (days > 1)
        made.ends = days_after(ends.day, -1);
      return made;
    }
    made.from = begins.minute;
    if (ends > begins && days <= 1 && ends.minute + days * 24 * 60 - begins.minute <= 24 * 60)
      made.until = static_cast<int>(ends.minute + days * 24 * 60);
    else if (ends > begins)
      made.ends = ends.day;
    return made;
  }

  // Whether the file's clock shows what the town's shows, all the year round.
  bool on_our_clock(icaltimetype start) const {
    if (start.is_date != 0 || start.zone == nullptr)
      return true;
    for (const int days : {0, 91, 182, 273}) {
      icaltimetype there = start;
      icaltime_adjust(&there, days, 0, 0, 0);
      const LocalTime here = local(there);
      if (here != LocalTime{{there.year, there.month, there.day}, there.hour * 60 + there.minute})
        return false;
    }
    return true;
  }

  // Our own rule, its last day on the town's calendar; none when it says more than ours can.
  std::optional<std::string> our_rule(icalrecurrencetype rule, icaltimetype start) const {
    if (!on_our_clock(start))
      return std::nullopt;
    if (icaltime_is_null_time(rule.until) == 0) {
      const LocalTime last = local(rule.until);
      const bool before =
          rule.until.is_date == 0 && start.is_date == 0 && last.minute < local(start).minute;
      const Date day = before ? days_after(last.day, -1) : last.day;
      rule.until = icaltime_null_date();
      rule.until.year = day.year;
      rule.until.month = day.month;
      rule.until.day = day.day;
    }
    char* text = icalrecurrencetype_as_string_r(&rule);
    std::string ours = text == nullptr ? "" : text;
    icalmemory_free_buffer(text);
    return parse_recurrence(ours) ? std::optional(ours) : std::nullopt;
  }

  void repeat(icalcomponent* event, icaltimetype start, Offering made) {
    std::vector<icalrecurrencetype> rules;
    for (icalproperty* each = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
         each != nullptr; each = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY))
      rules.push_back(icalproperty_get_rrule(each));
    for (icalproperty* each = icalcomponent_get_first_property(event, ICAL_EXDATE_PROPERTY);
         each != nullptr; each = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY))
      made.except.push_back(local(icalproperty_get_datetime_with_component(each, event)).day);
    std::map<int, std::set<Date>> further;  // by minute of the day
    for (icalproperty* each = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY);
         each != nullptr; each = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
      const LocalTime time = local(icalproperty_get_datetime_with_component(each, event));
      further[start.is_date != 0 ? made.from.value_or(0) : time.minute].insert(time.day);
    }
    const auto ours = rules.size() == 1 ? our_rule(rules.front(), start) : std::nullopt;
    if (ours) {
      made.repeats = *ours;
    } else if (!rules.empty()) {
      warn(event, "Die Wiederholung von «%1» ist als einzelne Tage eingetragen",
           "the repetition of «%1» is written out as single days");
      for (icalrecurrencetype& rule : rules)
        write_out(rule, start, further);
    }
    const int usual = made.from.value_or(0);
    for (const auto& [minute, days] : further)
      if (minute == usual)
        made.also.assign(days.begin(), days.end());
    for (const auto& [minute, days] : further)
      if (minute != usual)
        keep(at_another_time(made, minute, days));
    keep(std::move(made));
  }

  void write_out(icalrecurrencetype& rule, icaltimetype start,
                 std::map<int, std::set<Date>>& further) {
    icalrecur_iterator* at = icalrecur_iterator_new(rule, start);
    const Date last = days_after(rules_.today, horizon_days);
    std::size_t count = 0;
    for (icaltimetype time = icalrecur_iterator_next(at);
         icaltime_is_null_time(time) == 0 && count < most_days;
         time = icalrecur_iterator_next(at)) {
      const LocalTime when = local(time);
      if (when.day > last)
        break;
      if (when.day >= rules_.today) {
        further[when.minute].insert(when.day);
        ++count;
      }
    }
    icalrecur_iterator_free(at);
  }

  static Offering at_another_time(const Offering& usual, int minute, const std::set<Date>& days) {
    Offering other = usual;
    other.repeats.clear();
    other.starts = *days.begin();
    other.also.assign(std::next(days.begin()), days.end());
    if (other.until && other.from)
      *other.until += minute - *other.from;
    other.from = minute;
    other.origin += "/" + std::to_string(minute);
    return other;
  }

  void keep(Offering made) {
    for (auto* days : {&made.except, &made.also}) {
      std::sort(days->begin(), days->end());
      days->erase(std::unique(days->begin(), days->end()), days->end());
      std::erase_if(*days, [&](Date day) { return day < rules_.today; });
    }
    std::erase(made.also, made.starts);
    const auto last = last_day(made);
    const bool never =
        !made.repeats.empty() || !made.also.empty()
            ? last && event_days(made, rules_.today, *last).empty()
            : std::find(made.except.begin(), made.except.end(), made.starts) != made.except.end();
    if ((last && *last < rules_.today) || never) {
      ++reading_.over;
      return;
    }
    reading_.events.push_back(std::move(made));
  }

  const std::string& file_;
  const CalendarRules& rules_;
  icaltimezone* town_;
  std::map<std::string, std::set<Date>> moved_;  // by UID
  CalendarReading reading_;
};

}  // namespace

Result<CalendarReading> read_calendar(std::string_view text, const std::string& file,
                                      const CalendarRules& rules) {
  if (text.size() > calendar_limit)
    return Failure{Refusal::TooLarge, file + " is larger than a calendar may be"};
  icalerror_set_errors_are_fatal(0);
  icaltimezone* town = icaltimezone_get_builtin_timezone(rules.time_zone.c_str());
  if (town == nullptr)
    return Failure{Refusal::Unsupported, "this machine knows no time zone " + rules.time_zone};
  const Component root(icalparser_parse_string(std::string(text).c_str()));
  if (!root || icalcomponent_isa(root.get()) == ICAL_NO_COMPONENT ||
      (icalcomponent_isa(root.get()) != ICAL_VCALENDAR_COMPONENT &&
       icalcomponent_isa(root.get()) != ICAL_XROOT_COMPONENT &&
       icalcomponent_isa(root.get()) != ICAL_VEVENT_COMPONENT))
    return Failure{Refusal::Malformed, file + " is no calendar"};
  return Reader(file, rules, town).read(root.get());
}

}  // namespace content
