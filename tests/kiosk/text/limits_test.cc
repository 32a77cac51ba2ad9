// Texts that an attacker or an accident could put on a stick: laid out whole, in time that grows
// with their length and no faster.
#include <doctest/doctest.h>

#include <string>

#include "tests/kiosk/text/case.h"

using namespace kiosk;

namespace {

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes)
    text += piece;
  return text;
}

Paragraph set(const std::string& language, const std::string& text, float width) {
  Typesetter typesetter(built_stack());
  ParagraphRequest request;
  request.text = text;
  request.language = language;
  request.width = width;
  return typesetter.set(request);
}

void covers_all(const Paragraph& paragraph, const std::string& text) {
  REQUIRE(!paragraph.lines.empty());
  CHECK(paragraph.lines.front().start == 0);
  CHECK(paragraph.lines.back().end == text.size());
  for (std::size_t i = 1; i < paragraph.lines.size(); ++i)
    REQUIRE(paragraph.lines[i].start == paragraph.lines[i - 1].end);
}

}  // namespace

TEST_SUITE("text/limits") {
  TEST_CASE("a paragraph of a megabyte") {
    for (const auto& [language, piece] :
         {std::pair{"de", "Wohngeld und Bürgeramt. "}, std::pair{"ar", "دار البلدية Herne 12 "},
          std::pair{"zh", "市政厅办理。"}}) {
      const std::string text = repeated(piece, 1 << 20);
      covers_all(set(language, text, 900), text);
    }
  }

  TEST_CASE("a word of a hundred thousand letters") {
    for (const auto& [language, piece] :
         {std::pair{"de", "x"}, std::pair{"ar", "ب"}, std::pair{"hi", "क्ष"}, std::pair{"de", "ffi"},
          std::pair{"de", "-"}}) {
      const std::string text = repeated(piece, 100'000);
      const Paragraph paragraph = set(language, text, 900);
      covers_all(paragraph, text);
      for (const Line& line : paragraph.lines)
        CHECK(line.width <= 900);
    }
  }

  TEST_CASE("one line of everything when no width is given") {
    const std::string text = repeated("Bürgeramt ", 1 << 20);
    CHECK(set("de", text, 0).lines.size() == 1);
  }

  TEST_CASE("five thousand marks on one letter, ten thousand brackets, twenty thousand isolates") {
    for (const std::string& text :
         {"a" + repeated("\u0301", 10'000), repeated("(", 10'000) + "א" + repeated(")", 10'000),
          repeated("([{", 10'000), repeated("\u2067", 60'000) + "a1",
          repeated("a\u2066(א\u2069)", 100'000), repeated("\u202Ea\u202Cא", 100'000)}) {
      covers_all(set("ar", text, 900), text);
      covers_all(set("de", text, 900), text);
    }
  }

  TEST_CASE("a hundred thousand spaces, soft hyphens, joiners, newlines") {
    for (const char* piece : {" ", "\u00AD", "\u200D", "a\u00AD", " a", "\u2028", "\t"}) {
      const std::string text = repeated(piece, 100'000);
      covers_all(set("de", text, 900), text);
    }
    CHECK(set("de", repeated("\n", 10'000), 900).lines.size() == 10'001);
  }

  TEST_CASE("thousands of numbers, ranges and languages") {
    const std::string numbers = repeated("هو 12-34 ", 200'000);
    covers_all(set("ar", numbers, 900), numbers);

    Typesetter typesetter(built_stack());
    ParagraphRequest request;
    request.text = repeated("abcd ", 20'000);
    request.language = "de";
    request.width = 900;
    for (std::uint32_t i = 0; i + 5 < request.text.size(); i += 10)
      request.ranges.push_back({i, i + 4, Weight::Bold, StyleRange::Isolate::FirstStrong, 1, ""});
    covers_all(typesetter.set(request), request.text);
    for (int i = 0; i < 2'000; ++i) {
      request.text = "Amt";
      request.ranges.clear();
      request.language = "x-" + std::to_string(i);
      request.style.size = static_cast<float>(i % 300 + 1);
      CHECK(typesetter.set(request).missing == 0);
    }
  }
}
