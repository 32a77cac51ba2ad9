#include "content-engine/source/ini_file.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("keys, values, comments and escapes") {
  std::vector<Finding> findings;
  const auto entries = parse_ini(
      "# Kopf\n\n a.b =  x = y \nleer =\nzeilen = eins\\nzwei \\\\n \\x\n", "f", findings);
  CHECK(findings.empty());
  CHECK(entries == std::vector<IniEntry>{
                       {"a.b", "x = y", 3}, {"leer", "", 4}, {"zeilen", "eins\nzwei \\n \\x", 5}});
}

TEST_CASE("a line that is no entry and a key given twice are findings, the rest is read") {
  std::vector<Finding> findings;
  const auto entries = parse_ini("ohne Zeichen\n= Wert\na = 1\na = 2\nb = 3", "f", findings);
  CHECK(entries == std::vector<IniEntry>{{"a", "1", 3}, {"b", "3", 5}});
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].line == 1);
  CHECK(findings[1].line == 2);
  CHECK(findings[2].rule == "key-twice");
  CHECK(findings[2].line == 4);
}
