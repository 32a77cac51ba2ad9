#include "content-engine/model/positions.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("marks keep their order, and the first of a key is its line") {
  Positions positions;
  positions.note("a.md", "## what", 6);
  positions.note("a.md", "## who", 9);
  positions.note("a.md", "## what", 12);
  CHECK(positions.marks("a.md").size() == 3);
  CHECK(positions.line("a.md", "## what") == 6);
  CHECK(positions.line("a.md", "## cost") == 0);
  CHECK(positions.line("b.md", "## what") == 0);
  CHECK(positions.marks("b.md").empty());
}

TEST_CASE("a byte of a long paragraph stands in the line its break says") {
  Positions positions;
  positions.note_break("a.md", 4, 20, 5);
  positions.note_break("a.md", 4, 41, 6);
  CHECK(positions.line_in_text("a.md", 4, 0) == 4);
  CHECK(positions.line_in_text("a.md", 4, 19) == 4);
  CHECK(positions.line_in_text("a.md", 4, 20) == 5);
  CHECK(positions.line_in_text("a.md", 4, 99) == 6);
  CHECK(positions.line_in_text("a.md", 7, 99) == 7);
  CHECK(positions.line_in_text("b.md", 4, 99) == 4);
}
