#include "content-engine/source/source_text.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("a byte order mark and the line ends of other systems are tolerated") {
  std::vector<Finding> findings;
  CHECK(clean_text("\xEF\xBB\xBF"
                   "a\r\nb\rc\n",
                   "f", findings) == "a\nb\nc\n");
  CHECK(findings.empty());
}

TEST_CASE("invalid bytes, control characters and direction controls are findings, one a line") {
  std::vector<Finding> findings;
  CHECK(clean_text("gut\na\xFF"
                   "b\xFE\nc\x01"
                   "d\ne\u202Ef\ng\u2067h\n\uFFFDi",
                   "f", findings) == "gut\na\uFFFDb\uFFFD\ncd\nef\ngh\ni");
  REQUIRE(findings.size() == 5);
  for (std::size_t at = 0; at < findings.size(); ++at)
    CHECK(findings[at].line == static_cast<int>(at) + 2);
  CHECK(findings[0].rule == "text-encoding");
  CHECK(findings[2].rule == "direction-control");
  CHECK(findings[3].problem.english == "the invisible direction control U+2067 is in the text");
}

TEST_CASE("signs that scripts need are kept: joiners, marks, no-break spaces") {
  std::vector<Finding> findings;
  const std::string text = "می\u200Cخواهم \u200F\u00A0أهلًا";
  CHECK(clean_text(text, "f", findings) == text);
  CHECK(findings.empty());
}

TEST_CASE("ids") {
  for (const char* id : {"a", "wohnsitz-anmelden", "a1-2"})
    CHECK_MESSAGE(is_id(id), id);
  for (const char* wrong : {"", "-a", "a-", "a--b", "Ab", "ü", "a.b", "a_b", "a b"})
    CHECK_FALSE_MESSAGE(is_id(wrong), wrong);
  CHECK(is_dotted_id("kindergeld.monat"));
  CHECK_FALSE(is_dotted_id("kindergeld..monat"));
  CHECK_FALSE(is_dotted_id(".a"));
}
