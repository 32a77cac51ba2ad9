#include "content-engine/store/slip.h"

#include <doctest/doctest.h>

using namespace content;

TEST_SUITE("store/slip") {
  TEST_CASE("what was written is read back") {
    Slip slip("a title 1");
    slip.set("name", "Ä = ü");
    slip.set("number", std::int64_t{-7});
    const auto read = parse_slip(slip.written(), "a title 1");
    REQUIRE(read);
    CHECK(*read == slip);
    CHECK(read->text("name") == "Ä = ü");
    CHECK(read->number("number") == -7);
    CHECK(read->text("none").empty());
    CHECK(read->number("name") == 0);
  }

  TEST_CASE("no value makes a second line, and a long one is cut between two characters") {
    Slip slip("t");
    slip.set("a", "one\ntwo = 2\x7F");
    slip.set("long", std::string(slip_value_limit - 1, 'x') + "äöü");
    const auto read = parse_slip(slip.written(), "t");
    REQUIRE(read);
    CHECK(read->text("a") == "one two = 2 ");
    CHECK(read->text("long") == std::string(slip_value_limit - 1, 'x'));
  }

  TEST_CASE("what is no slip is refused") {
    const std::string far_too_long(slip_limit + 1, 'x');
    for (const std::string& text :
         {std::string(), std::string("u\n"), std::string("t"), std::string("t\na = 1"),
          std::string("t\na\n"), std::string("t\n = 1\n"), std::string("t\na = 1\na = 2\n"),
          std::string("t\na = \x01\n"), std::string("t\na = \0\n", 8), far_too_long})
      CHECK_FALSE(parse_slip(text, "t"));
    CHECK(parse_slip("t\n", "t"));
  }
}
