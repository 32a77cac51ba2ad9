#include "content-engine/model/opening_hours.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("[R21] days in ranges and lists, spans in a day, appointments") {
  const auto hours = parse_opening_hours(
      "Mo-We 08:00-12:00,13:30-15:30; Th,Sa 08:00-24:00; Fr 08:00-12:00 appointment");
  REQUIRE(hours);
  CHECK((*hours)[0].spans == std::vector<OpenSpan>{{480, 720}, {810, 930}});
  CHECK((*hours)[2] == (*hours)[0]);
  CHECK((*hours)[3].spans == std::vector<OpenSpan>{{480, 1440}});
  CHECK((*hours)[5] == (*hours)[3]);
  CHECK((*hours)[4].appointment);
  CHECK((*hours)[6].spans.empty());
  CHECK(parse_opening_hours("Mo closed; Tu 08:00-09:00"));
}

TEST_CASE("what does not follow the grammar is no opening hours") {
  for (const char* wrong :
       {"", ";", "Mo", "Mo 8:00-12:00", "Mo 08:00", "Mo 12:00-08:00", "Mo 08:00-08:00",
        "Mo 08:00-25:00", "Mo 08:60-09:00", "Do 08:00-12:00", "We-Mo 08:00-12:00",
        "Mo 08:00-12:00; Mo 13:00-15:00", "Mo 08:00-12:00,11:00-13:00", "Mo 08:00-12:00 maybe",
        "Mo-Fr", "Mo 08:00-12:00 13:00-14:00"})
    CHECK_MESSAGE(!parse_opening_hours(wrong), wrong);
}
