#include "content-engine/trust/utc_time.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("expiry is a moment in UTC, by hand and beyond 2038") {
  CHECK(parse_utc("1970-01-01T00:00:00Z") == UtcTime{0});
  CHECK(parse_utc("2026-11-23T07:14:00Z") == UtcTime{1795418040});
  CHECK(to_iso(UtcTime{1795418040}) == "2026-11-23T07:14:00Z");
  CHECK(parse_utc("2099-12-31T23:59:59Z")->seconds > INT32_MAX);
  CHECK(parse_utc("2026-11-23T07:14:00.250Z") == parse_utc("2026-11-23T07:14:00Z"));
  CHECK(to_iso(UtcTime{-1}) == "1969-12-31T23:59:59Z");
  for (const char* wrong :
       {"2026-11-23T07:14:00+01:00", "2026-11-23 07:14:00Z", "2026-02-30T00:00:00Z",
        "2026-11-23T24:00:00Z", "2026-11-23T07:60:00Z", "2026-11-23T07:14:60Z",
        "2026-11-23T07:14:00.Z", "2026-11-23T07:14:00,1Z", "2026-11-23T07:14Z", ""})
    CHECK_MESSAGE(!parse_utc(wrong), wrong);
}
