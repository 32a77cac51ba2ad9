#include "content-engine/model/date.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("only a possible day in ISO form is a date") {
  CHECK(parse_date("2026-11-23") == Date{2026, 11, 23});
  CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
  for (const char* wrong : {"2026-02-29", "2026-13-01", "2026-00-10", "23.11.2026", "2026-1-01", "",
                            "2026-11-23 ", "2026-11--3", "+026-11-23"})
    CHECK_MESSAGE(!parse_date(wrong), wrong);
}

TEST_CASE("days since the epoch and back") {
  CHECK(days_since_epoch({1970, 1, 1}) == 0);
  CHECK(days_since_epoch({2026, 11, 23}) == 20780);
  CHECK(days_since_epoch({1969, 12, 31}) == -1);
  for (long days = -400; days < 40000; days += 37)
    CHECK(days_since_epoch(date_from_days(days)) == days);
}
