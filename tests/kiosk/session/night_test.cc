#include "kiosk/session/night.h"

#include <doctest/doctest.h>

using kiosk::Night;
using kiosk::parse_night;

TEST_SUITE("session/night") {
  TEST_CASE("a night goes over midnight, or not") {
    const Night night{20 * 60, 7 * 60};
    for (const int minute : {1200, 1439, 0, 419})
      CHECK(night.covers(minute));
    for (const int minute : {420, 720, 1199})
      CHECK_FALSE(night.covers(minute));
    const Night siesta{12 * 60, 14 * 60};
    CHECK(siesta.covers(720));
    CHECK_FALSE(siesta.covers(719));
    CHECK_FALSE(siesta.covers(840));
  }

  TEST_CASE("hours as a technician writes them, and nothing else") {
    CHECK(parse_night("20:00-07:30") == Night{1200, 450});
    CHECK(parse_night("00:00-23:59") == Night{0, 1439});
    for (const char* wrong : {"", "-", "20:00", "20-7", "20:00-24:00", "20:60-07:00", "8:00-07:00",
                              "20:00-20:00", "2a:00-07:00", "20:00 - 07:00", "20:00-07:00-08:00"})
      CHECK_MESSAGE(!parse_night(wrong), wrong);
  }
}
