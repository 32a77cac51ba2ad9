#include "kiosk/screens/opening_hours.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

constexpr content::Date monday{2026, 11, 23};
constexpr content::Date thursday{2026, 11, 26};
constexpr content::Date friday{2026, 11, 27};
constexpr content::Date sunday{2026, 11, 29};
const char* const hours =
    "Mo-We 08:00-12:00,13:30-15:30; Th 08:00-18:00; Fr 08:00-12:00 appointment";

}  // namespace

TEST_CASE("the rule that names the day is the one that holds") {
  CHECK(hours_on(hours, monday)->spans == std::vector<OpenSpan>{{480, 720}, {810, 930}});
  CHECK(hours_on(hours, thursday)->spans == std::vector<OpenSpan>{{480, 1080}});
  CHECK_FALSE(hours_on(hours, thursday)->appointment);
  CHECK(hours_on(hours, friday)->appointment);
  CHECK(hours_on(hours, sunday)->spans.empty());
}

TEST_CASE("closed, lists of days and a week that wraps round") {
  CHECK(hours_on("Mo closed", monday)->spans.empty());
  CHECK(hours_on("Mo,Fr 09:00-10:00", friday)->spans.size() == 1);
  CHECK(hours_on("Sa-Mo 09:00-10:00", sunday)->spans.size() == 1);
  CHECK(hours_on("Sa-Mo 09:00-10:00", thursday)->spans.empty());
}

TEST_CASE("hours that nobody can read are none") {
  for (const char* bad : {"", "  ", "Mon 08:00-12:00", "Mo 8-12", "Mo 12:00-08:00", "Mo",
                          "Mo 08:00-12:00 maybe", "Mo 25:00-26:00", "Mo 08:61-09:00"})
    CHECK_FALSE(hours_on(bad, monday));
}

TEST_CASE("a clock shows two digits of minutes") {
  CHECK(clock_time(480) == "8:00");
  CHECK(clock_time(624) == "10:24");
  CHECK(clock_time(5) == "0:05");
}
