#include "content-engine/source/csv_file.h"

#include <doctest/doctest.h>

using namespace content;
using Cells = std::vector<std::string>;

TEST_CASE("commas or semicolons, quotes, line breaks in cells, empty rows") {
  std::vector<Finding> findings;
  const CsvFile comma =
      parse_csv("a,b\n1, \"x, \"\"y\"\"\"\n\n,\n\"zwei\nZeilen\",3\n4,5", "f", findings);
  CHECK(findings.empty());
  CHECK(comma.header.cells == Cells{"a", "b"});
  CHECK(comma.rows ==
        std::vector<CsvRow>{{2, {"1", "x, \"y\""}}, {5, {"zwei\nZeilen", "3"}}, {7, {"4", "5"}}});
  const CsvFile semicolon = parse_csv("a;b;;\n1,5;2;;\n", "f", findings);
  CHECK(findings.empty());
  CHECK(semicolon.rows == std::vector<CsvRow>{{2, {"1,5", "2"}}});
}

TEST_CASE("rows of the wrong width and broken quotes are findings with their line") {
  for (const auto& [text, line] :
       {std::pair("a,b\n1\n", 2), std::pair("a,b\n1,2,3\n", 2), std::pair("a,b\n1,2\nx\"y,2\n", 3),
        std::pair("a,b\n\"x\" y,2\n", 2), std::pair("a,b\n\"x,2\n", 2)}) {
    std::vector<Finding> findings;
    const CsvFile table = parse_csv(text, "f", findings);
    CAPTURE(text);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings[0].rule == "csv-form");
    CHECK(findings[0].line == line);
    for (const CsvRow& row : table.rows)
      CHECK(row.cells.size() == 2);
  }
}

TEST_CASE("no text is no table") {
  std::vector<Finding> findings;
  CHECK(parse_csv("", "f", findings) == CsvFile{});
  CHECK(findings.empty());
}
