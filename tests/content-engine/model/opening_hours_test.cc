#include "content-engine/model/opening_hours.h"

#include <doctest/doctest.h>

#include "content-engine/model/holidays.h"

using namespace content;

namespace {

constexpr Date monday{2026, 11, 23};
constexpr Date tuesday{2026, 11, 24};
constexpr Date friday{2026, 11, 27};

OpenState at(const char* hours, Date day, int hour, int minute = 0) {
  const auto parsed = parse_opening_hours(hours);
  REQUIRE(parsed);
  return opening_at(*parsed, {day, hour * 60 + minute});
}

}  // namespace

TEST_CASE("[R21] days in ranges and lists, spans in a day, appointments") {
  const auto hours = parse_opening_hours(
      "Mo-We 08:00-12:00,13:30-15:30; Th,Sa 08:00-24:00; Fr 08:00-12:00 appointment");
  REQUIRE(hours);
  CHECK(hours->week[0].spans == std::vector<OpenSpan>{{480, 720}, {810, 930}});
  CHECK(hours->week[2] == hours->week[0]);
  CHECK(hours->week[3].spans == std::vector<OpenSpan>{{480, 1440}});
  CHECK(hours->week[5] == hours->week[3]);
  CHECK(hours->week[4].spans == std::vector<OpenSpan>{{480, 720, true}});
  CHECK(hours->week[6].spans.empty());
  CHECK(parse_opening_hours("Mo closed; Tu 08:00-09:00"));
}

TEST_CASE("what does not follow the grammar is no opening hours") {
  for (const char* wrong : {"",
                            ";",
                            "Mo",
                            "Mo 8:00-12:00",
                            "Mo 08:00",
                            "Mo 12:00-08:00",
                            "Mo 08:00-08:00",
                            "Mo 08:00-25:00",
                            "Mo 08:60-09:00",
                            "Do 08:00-12:00",
                            "We-Mo 08:00-12:00",
                            "Mo 08:00-12:00; Mo 13:00-15:00",
                            "Mo 08:00-12:00,11:00-13:00",
                            "Mo 08:00-12:00 maybe",
                            "Mo-Fr",
                            "Mo 08:00-12:00 13:00-14:00",
                            "Mo 15:30-08:00",
                            "2026-12-24",
                            "2026-13-24 closed",
                            "2026-12-24/2026-12-01 closed",
                            "PH",
                            "PH closed; PH 10:00-12:00",
                            "Mo 08:00-12:00; Mo 11:00-14:00 appointment"})
    CHECK_MESSAGE(!parse_opening_hours(wrong), wrong);
}

TEST_CASE("a day may have hours for everybody and hours by appointment") {
  const char* hours = "Mo-We 08:00-11:00; Mo-We 07:00-08:00,11:00-15:30 appointment";
  CHECK(at(hours, monday, 7, 30).appointment);
  CHECK_FALSE(at(hours, monday, 8).appointment);
  CHECK(at(hours, monday, 8).until == LocalTime{monday, 660});
  CHECK(at(hours, monday, 15, 29).appointment);
  CHECK_FALSE(at(hours, monday, 15, 30).open);
}

TEST_CASE("[R21] open until, and the next time it opens") {
  const char* hours = "Mo-We 08:00-12:00,13:30-15:30; Fr 08:00-12:00 appointment";
  CHECK(at(hours, monday, 8).until == LocalTime{monday, 720});
  CHECK(at(hours, monday, 7, 59).opens == LocalTime{monday, 480});
  CHECK(at(hours, monday, 12).opens == LocalTime{monday, 810});
  CHECK(at(hours, monday, 15, 30).opens == LocalTime{tuesday, 480});
  const OpenState thursday = at(hours, {2026, 11, 26}, 10);
  CHECK(thursday.opens == LocalTime{friday, 480});
  CHECK(thursday.opens_till == LocalTime{friday, 720});
  CHECK(thursday.opens_by_appointment);
  CHECK(at(hours, friday, 12).opens == LocalTime{{2026, 11, 30}, 480});
  CHECK_FALSE(at("Mo closed", monday, 9).opens);
}

TEST_CASE("a night goes on after midnight, and round the clock never ends") {
  const char* hours = "Fr 20:00-02:00; Sa 22:00-24:00";
  CHECK(at(hours, friday, 23).until == LocalTime{{2026, 11, 28}, 120});
  CHECK(at(hours, {2026, 11, 28}, 1, 59).open);
  CHECK_FALSE(at(hours, {2026, 11, 28}, 2).open);
  CHECK(at(hours, {2026, 11, 28}, 23).until == LocalTime{{2026, 11, 28}, 1440});
  const OpenState always = at("Mo-Su 00:00-24:00; PH 00:00-24:00", monday, 3);
  CHECK(always.open);
  CHECK_FALSE(always.until);
}

TEST_CASE("the hour that a clock change takes or gives back changes no opening") {
  const char* hours = "Sa 20:00-03:00; Su 08:00-12:00";
  for (const Date sunday : {Date{2027, 3, 28}, Date{2026, 10, 25}}) {
    CHECK(at(hours, sunday, 1, 59).until == LocalTime{sunday, 180});
    CHECK_FALSE(at(hours, sunday, 3).open);
    CHECK(at(hours, sunday, 8).until == LocalTime{sunday, 720});
  }
}

TEST_CASE("public holidays of North Rhine-Westphalia, through the centuries") {
  CHECK(easter_sunday(2026) == Date{2026, 4, 5});
  CHECK(easter_sunday(2027) == Date{2027, 3, 28});
  CHECK(easter_sunday(2038) == Date{2038, 4, 25});
  CHECK(easter_sunday(2285) == Date{2285, 3, 22});
  int count = 0;
  for (Date day{2027, 1, 1}; day.year == 2027; day = days_after(day, 1))
    count += is_public_holiday(day) ? 1 : 0;
  CHECK(count == 11);
  for (const Date day : {Date{2027, 1, 1}, Date{2027, 3, 26}, Date{2027, 3, 29}, Date{2027, 5, 1},
                         Date{2027, 5, 6}, Date{2027, 5, 17}, Date{2027, 5, 27}, Date{2027, 10, 3},
                         Date{2027, 11, 1}, Date{2027, 12, 25}, Date{2027, 12, 26}})
    CHECK_MESSAGE(is_public_holiday(day), to_iso(day));
  for (const Date day : {Date{2027, 1, 6}, Date{2027, 10, 31}, Date{2027, 12, 24}})
    CHECK_FALSE_MESSAGE(is_public_holiday(day), to_iso(day));
}

TEST_CASE("[R21] a holiday is closed unless its rule says otherwise, a dated rule comes first") {
  const Date good_friday{2027, 3, 26};
  CHECK_FALSE(at("Mo-Fr 08:00-12:00", good_friday, 9).open);
  CHECK(at("Mo-Fr 08:00-12:00", good_friday, 9).opens == LocalTime{{2027, 3, 30}, 480});
  CHECK(at("Mo-Fr 08:00-12:00; PH 10:00-11:00", good_friday, 10).open);
  CHECK_FALSE(at("Mo-Fr 08:00-12:00; PH 10:00-11:00", good_friday, 9).open);
  CHECK(at("Mo-Fr 08:00-12:00; 2027-03-26 09:00-10:00", good_friday, 9).open);
  const char* between = "Mo-Fr 08:00-12:00; 2026-12-24/2027-01-03 closed";
  CHECK_FALSE(at(between, {2026, 12, 28}, 9).open);
  CHECK(at(between, {2026, 12, 28}, 9).opens == LocalTime{{2027, 1, 4}, 480});
}
