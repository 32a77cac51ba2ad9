#include "content-engine/source/front_matter.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("the head ends at the second fence and the body begins in the next line") {
  std::vector<Finding> findings;
  const auto head = parse_front_matter("---\na: 1: 2\n\nb:\n---\n## what\n", "f", findings);
  CHECK(findings.empty());
  CHECK(head.present);
  CHECK(head.entries == std::vector<IniEntry>{{"a", "1: 2", 2}, {"b", "", 4}});
  CHECK(head.body == "## what\n");
  CHECK(head.body_line == 6);
}

TEST_CASE("a page without a head keeps its whole text as body") {
  std::vector<Finding> findings;
  const auto head = parse_front_matter("## what\n\nText", "f", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].line == 1);
  CHECK_FALSE(head.present);
  CHECK(head.body == "## what\n\nText");
}

TEST_CASE("a head that never ends gives way to the first block") {
  std::vector<Finding> findings;
  const auto head = parse_front_matter("---\na: 1\n## what\nText", "f", findings);
  CHECK(findings.size() == 1);
  CHECK(head.body == "## what\nText");
  CHECK(head.body_line == 3);
}

TEST_CASE("a line without a colon and a key given twice are findings") {
  std::vector<Finding> findings;
  parse_front_matter("---\nfoo\na: 1\na: 2\n---\n", "f", findings);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].line == 2);
  CHECK(findings[1].rule == "key-twice");
  CHECK(findings[1].line == 4);
}
