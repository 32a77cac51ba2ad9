// A course or an event: what somebody may go to, when, where, and whom to ask (R14, R56). Courses
// meet in the same hours every week; events have days, and may come back. All times are the town's.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"

namespace content {

enum class OfferingKind { Course, Event };
std::string_view to_word(OfferingKind kind);  // course, event
std::optional<OfferingKind> parse_offering_kind(std::string_view word);

enum class Level { Alpha, A1, A2, B1, B2, C1 };
std::string_view to_word(Level level);  // alpha, a1, …
std::optional<Level> parse_level(std::string_view word);

// Types by kind; each has the interface word "offer-type.<type>". The first of either is the one
// for what fits no other.
const std::vector<std::string_view>& offering_types(OfferingKind kind);
// Of these types a course has a level.
bool teaches_german(std::string_view type);

struct Offering {
  std::string id;
  OfferingKind kind{};
  std::string type;
  std::string title;                          // in the town's default language
  std::map<std::string, std::string> titles;  // in others, by tag
  std::string provider;
  std::vector<Level> levels;
  std::vector<std::string> groups;  // empty: for everyone
  std::string place;                // id of a place, or
  std::string address;              // where it is, in words
  std::string district;
  std::vector<std::string> languages;  // it is held in; the people there speak
  std::optional<bool> childcare;       // none: nobody said
  std::string cost;                    // "free", euros "229.50"; empty: to be asked for
  bool entitlement = false;            // needs somebody's consent (Berechtigung)
  Date starts;
  Date ends;                 // last day; an event's first when it is over in a day
  std::string times;         // a course's week in the grammar of opening hours
  std::optional<int> from;   // an event's minutes of the day; none: the whole day
  std::optional<int> until;  // past midnight beyond 1440
  std::string repeats;       // RRULE, as recurrence.h reads it
  std::vector<Date> except;  // days on which it does not come back
  std::vector<Date> also;    // days beside those of the rule
  std::string phone;
  std::string email;
  std::string web;
  std::optional<Date> register_by;
  std::string sources;  // separated by ';' where several have told of it (R53)
  Date checked_on;
  bool verified = false;
  std::string origin;  // what the importer knows it by; not stored
  int line = 0;        // not stored

  bool operator==(const Offering&) const = default;
};

std::vector<std::string> sources_of(const Offering& offering);
// Whether two rows tell of one thing: they begin on one day and have one name, or meet at one time
// in one place on one level (R53). Two that one source tells apart are two.
bool same_offering(const Offering& one, const Offering& other);
// When it is over for good: what has passed disappears on the day after. None: it never ends.
std::optional<Date> last_day(const Offering& offering);
// Days on which an event begins, from `from` to `to`.
std::vector<Date> event_days(const Offering& offering, Date from, Date to);

enum class Daytime { Morning, Afternoon, Evening, Weekend };
std::string_view to_word(Daytime time);  // morning, …
// When a course meets: before noon, before five, later; and whether on a Saturday or Sunday.
std::vector<Daytime> daytimes_of(const Offering& offering);

}  // namespace content
