#include "kiosk/text/decode.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_SUITE("text/decode") {
  TEST_CASE("offsets are those of the bytes, two for a surrogate pair") {
    const LogicalText text = decode("aä€😀z", 100);
    CHECK(text.units == u"aä€😀z");
    CHECK(text.bytes == std::vector<std::uint32_t>{100, 101, 103, 106, 106, 110, 111});
    CHECK(text.unit_at(103) == 2);
    CHECK(text.unit_at(104) == 3);
    CHECK(text.unit_at(999) == text.size());
  }

  // The example of Unicode 15, section 3.9, table 3-8, and its neighbours.
  TEST_CASE("ill-formed bytes: one U+FFFD for each maximal subpart") {
    const LogicalText text = decode("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64");
    CHECK(text.units == u"a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
    CHECK(text.bytes == std::vector<std::uint32_t>{0, 1, 4, 6, 7, 8, 9, 10, 11, 12, 13});
    CHECK(decode("\xC0\xAF\xE0\x80\xBF").units == u"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(decode("\xED\xA0\x80").units == u"\uFFFD\uFFFD\uFFFD");
    CHECK(decode("\xF4\x91\x92\x93\xFF").units == u"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(decode("\xE2\x82").units == u"\uFFFD");
  }

  TEST_CASE("code points are read back whole") {
    const LogicalText text = decode("\xF4\x8F\xBF\xBFx");
    std::uint32_t unit = 0;
    CHECK(next_code_point(text.units, unit) == 0x10FFFF);
    CHECK(unit == 2);
    CHECK(next_code_point(text.units, unit) == U'x');
  }

  TEST_CASE("nothing is nothing") {
    CHECK(decode("").units.empty());
    CHECK(decode("", 7).bytes == std::vector<std::uint32_t>{7});
  }
}
