#include "content-engine/model/recurrence.h"

#include <doctest/doctest.h>

#include "content-engine/model/offering.h"

using namespace content;

namespace {

std::string days(const char* rule, Date start, Date from, Date to) {
  const auto parsed = parse_recurrence(rule);
  REQUIRE(parsed);
  std::string text;
  for (const Date day : days_of(*parsed, start, from, to))
    text += to_iso(day).substr(5) + " ";
  return text;
}

constexpr Date september{2026, 9, 1};  // a Tuesday
constexpr Date november{2026, 11, 1};
constexpr Date december{2026, 12, 31};

}  // namespace

TEST_CASE("weeks: every one, every second, on several days, to the end of them [R56]") {
  CHECK(days("FREQ=WEEKLY", september, {2026, 11, 20}, {2026, 12, 3}) == "11-24 12-01 ");
  CHECK(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", september, {2026, 11, 20}, {2026, 12, 12}) ==
        "11-24 11-26 12-08 12-10 ");
  CHECK(days("FREQ=WEEKLY;COUNT=3", september, september, december) == "09-01 09-08 09-15 ");
  CHECK(days("FREQ=WEEKLY;UNTIL=20260915T215959Z", september, september, december) ==
        "09-01 09-08 09-15 ");
  CHECK(days("FREQ=DAILY;INTERVAL=10", september, november, {2026, 11, 25}) == "11-10 11-20 ");
}

TEST_CASE("months and years: the first Monday, the last day, days that some months lack") {
  CHECK(days("FREQ=MONTHLY;BYDAY=1MO", september, november, december) == "11-02 12-07 ");
  CHECK(days("FREQ=MONTHLY;BYDAY=-1FR", september, november, december) == "11-27 12-25 ");
  CHECK(days("FREQ=MONTHLY;BYMONTHDAY=-1", september, november, december) == "11-30 12-31 ");
  CHECK(days("FREQ=MONTHLY", {2026, 8, 31}, september, december) == "10-31 12-31 ");
  CHECK(days("FREQ=YEARLY", {2024, 2, 29}, {2025, 1, 1}, {2029, 1, 1}) == "02-29 ");
}

TEST_CASE("a rule beyond ours, or none, is not read as something else") {
  for (const char* wrong :
       {"", "FREQ=HOURLY", "WEEKLY", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;UNTIL=morgen", "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2MO", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=DAILY;BYHOUR=9"})
    CHECK_MESSAGE(!parse_recurrence(wrong), wrong);
}

TEST_CASE("a rule that never comes to a day ends all the same") {
  CHECK(days("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", {2026, 2, 1}, november, {9999, 12, 31}) ==
        "");
}

TEST_CASE("an event is on the days of its rule, without the excepted ones, with the others") {
  Offering event;
  event.kind = OfferingKind::Event;
  event.starts = september;
  event.repeats = "FREQ=WEEKLY;UNTIL=20261215";
  event.except = {{2026, 11, 24}};
  event.also = {{2026, 11, 25}};
  CHECK(event_days(event, {2026, 11, 20}, {2026, 12, 3}) ==
        std::vector<Date>{{2026, 11, 25}, {2026, 12, 1}});
  CHECK(last_day(event) == Date{2026, 12, 15});
  event.repeats = "FREQ=WEEKLY";
  CHECK_FALSE(last_day(event));
}

TEST_CASE("daytimes of a course are when it begins, weekends are one too [R14]") {
  Offering course;
  course.times = "Mo 09:00-12:00; We 17:30-19:00; Sa 13:00-15:00";
  CHECK(daytimes_of(course) == std::vector<Daytime>{Daytime::Morning, Daytime::Afternoon,
                                                    Daytime::Evening, Daytime::Weekend});
  course.times = "Mo 12:00-13:00";
  CHECK(daytimes_of(course) == std::vector<Daytime>{Daytime::Afternoon});
}

TEST_CASE("the same course told by two is one, two that one tells apart are two [R53]") {
  Offering one;
  one.kind = OfferingKind::Course;
  one.title = "Deutsch A1 (VHS)";
  one.starts = {2027, 1, 11};
  one.times = "Mo 09:00-12:00";
  one.sources = "VHS";
  Offering other = one;
  other.title = "deutsch a1 – vhs";
  other.sources = "Stadt";
  CHECK(same_offering(one, other));
  other.times = "Mo 18:00-20:00";
  CHECK_FALSE(same_offering(one, other));
  other.times = one.times;
  other.title = "Anfängerkurs";
  CHECK_FALSE(same_offering(one, other));
  one.address = "Beispielstraße 2";
  other.address = "Beispielstrasse 2";
  CHECK_FALSE(same_offering(one, other));
  other.address = "beispielstraße 2";
  CHECK(same_offering(one, other));
  Offering parallel = one;
  one.origin = "gruppe-1";
  parallel.origin = "gruppe-2";
  CHECK_FALSE(same_offering(one, parallel));
}
