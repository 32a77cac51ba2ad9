#include "content-engine/rules/message_pattern.h"

#include <doctest/doctest.h>

using namespace content;
using Forms = std::set<std::string>;

TEST_CASE("a pattern names its values and the plural forms it writes") {
  const auto plain = parse_pattern("Seite {page} von {pages}");
  REQUIRE(plain);
  CHECK(plain->arguments == Forms{"page", "pages"});
  CHECK(plain->plurals.empty());
  const auto plural = parse_pattern("{n, plural, =0 {nichts} one {# von {m}} other {# von {m}}}");
  REQUIRE(plural);
  CHECK(plural->arguments == Forms{"m", "n"});
  CHECK(plural->plurals == std::vector<Forms>{{"one", "other"}});
  CHECK(parse_pattern("Don''t").has_value());
}

TEST_CASE("plurals inside plurals are judged each for itself") {
  const auto nested = parse_pattern(
      "{a, plural, one {{b, plural, other {x}}} other {{b, plural, few {y} other {z}}}}");
  REQUIRE(nested);
  CHECK(nested->plurals == std::vector<Forms>{{"one", "other"}, {"other"}, {"few", "other"}});
}

TEST_CASE("a brace that is never closed is no pattern") {
  CHECK_FALSE(parse_pattern("Seite {page").has_value());
  CHECK_FALSE(parse_pattern("{n, plural, one {x}}").has_value());
}

TEST_CASE("plural forms are those that whole numbers of every day take") {
  CHECK(plural_forms("de-DE") == Forms{"one", "other"});
  CHECK(plural_forms("ar-u-nu-latn") == Forms{"few", "many", "one", "other", "two", "zero"});
  CHECK(plural_forms("uk") == Forms{"few", "many", "one", "other"});
  CHECK(plural_forms("ro") == Forms{"few", "one", "other"});
  CHECK(plural_forms("fr") == Forms{"one", "other"});
  CHECK(plural_forms("vi") == Forms{"other"});
}
