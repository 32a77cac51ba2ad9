#include "kiosk/text/isolates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kiosk;

namespace {

std::string narrow(std::u16string_view units) {
  std::string out;
  for (const char16_t c : units)
    out += c < 0x80 ? static_cast<char>(c) : '?';
  return out;
}

// The spans that would be isolated in an Arabic sentence, and whether they are.
std::vector<std::string> found(std::u16string_view text) {
  Characters characters;
  std::vector<std::string> spans;
  for (const Span& span : find_spans(text, Direction::RightToLeft, characters))
    spans.push_back(narrow(text.substr(span.start, span.end - span.start)) +
                    (span.ordered ? "" : " (kept)"));
  return spans;
}

using Spans = std::vector<std::string>;

}  // namespace

TEST_SUITE("text/isolates") {
  TEST_CASE("phone numbers in the ways they are written") {
    CHECK(found(u"هاتف 02323 16-4499.") == Spans{"02323 16-4499"});
    CHECK(found(u"+49 2323 16-0") == Spans{"+49 2323 16-0"});
    CHECK(found(u"+49 (0)2323 16 44 99") == Spans{"+49 (0)2323 16 44 99"});
    CHECK(found(u"(02323) 16-0") == Spans{"(02323) 16-0"});
    CHECK(found(u"02323/16-1633") == Spans{"02323/16-1633"});
    CHECK(found(u"0800 4 5555 00") == Spans{"0800 4 5555 00"});
  }

  TEST_CASE("amounts, percent, dates, times and ranges") {
    CHECK(found(u"37,50 €") == Spans{"37,50 ?"});
    CHECK(found(u"€ 1.234,50") == Spans{"? 1.234,50"});
    CHECK(found(u"259 Euro") == Spans{"259 Euro"});
    CHECK(found(u"50 %") == Spans{"50 %"});
    CHECK(found(u"50\u00A0%.") == Spans{"50?%"});
    CHECK(found(u"2025-11-03") == Spans{"2025-11-03"});
    CHECK(found(u"03.11.2025,") == Spans{"03.11.2025"});
    CHECK(found(u"09:30–12:00") == Spans{"09:30?12:00"});
  }

  TEST_CASE("a written date keeps its order by itself and is never torn") {
    CHECK(found(u"Stand: 23. November 2026.") == Spans{"23. November 2026 (kept)"});
    CHECK(found(u"في 23 نوفمبر 2026") == Spans{"23 ?????? 2026 (kept)"});
    CHECK(found(u"23 Kasım 2026") == Spans{"23 Kas?m 2026 (kept)"});
    CHECK(found(u"23. November 20261") == Spans{});
    CHECK(found(u"123 November 2026") == Spans{});
    CHECK(found(u"12 am 2026") == Spans{});
    Characters characters;
    const std::u16string_view text = u"3 Mai 2026";
    const auto spans = find_spans(text, Direction::LeftToRight, characters);
    REQUIRE(spans.size() == 1);
    for (std::uint32_t i = 1; i < text.size(); ++i)
      CHECK(keeps_together(spans[0], text, i));
  }

  TEST_CASE(
      "a bracket is part of a number only as a pair; what stands in brackets is inside them") {
    CHECK(found(u"חדר (12) עד") == Spans{});
    CHECK(found(u"غرفة (12) 5") == Spans{});
    CHECK(found(u"(09:30–12:00)") == Spans{"09:30?12:00"});
    CHECK(found(u"(37,50 €)") == Spans{"37,50 ?"});
    CHECK(found(u"(02323 16-0) 5") == Spans{"02323 16-0"});
    CHECK(found(u"02323 16-0 (5)") == Spans{"02323 16-0"});
    CHECK(found(u"(030 12") == Spans{"030 12"});
    CHECK(found(u"((02323) 16-0)") == Spans{"(02323) 16-0"});
  }

  TEST_CASE("references to law, addresses, links and mail") {
    CHECK(found(u"§ 25 Abs. 5 Satz 1 AufenthG هو") == Spans{"? 25 Abs. 5 Satz 1 AufenthG"});
    CHECK(found(u"§§ 27 ff. SGB XII und") == Spans{"?? 27 ff. SGB XII"});
    CHECK(found(u"§ 104c.") == Spans{"? 104c"});
    CHECK(found(u"44623 Herne فقط") == Spans{"44623 Herne"});
    CHECK(found(u"44649 Herne-Wanne") == Spans{"44649 Herne-Wanne"});
    CHECK(found(u"www.herne.de/amt?a=1.") == Spans{"www.herne.de/amt?a=1"});
    CHECK(found(u"https://herne.de/") == Spans{"https://herne.de/"});
    CHECK(found(u"buergerlokal@herne.de,") == Spans{"buergerlokal@herne.de"});
  }

  TEST_CASE("plain numbers and words are left alone") {
    CHECK(found(u"12") == Spans{});
    CHECK(found(u"5 12 7") == Spans{});
    CHECK(found(u"Bahnhof 12") == Spans{});
    CHECK(found(u"A7-B8") == Spans{});
    CHECK(found(u"§ ohne Nummer") == Spans{});
    CHECK(found(u"a@") == Spans{});
  }

  TEST_CASE("a number after a Latin word stays with it") {
    CHECK(found(u"Bahnhofstraße 7-9") == Spans{"7-9 (kept)"});
    CHECK(found(u"Herne هو 7-9") == Spans{"7-9"});
    CHECK(found(u"\u20667-9\u2069") == Spans{"7-9 (kept)"});
  }

  TEST_CASE("in a left-to-right text the right-to-left words are what is isolated") {
    Characters characters;
    const std::u16string_view text = u"Der Verein «بيت الثقافة» 12 Jahre, עברית.";
    const auto spans = find_spans(text, Direction::LeftToRight, characters);
    REQUIRE(spans.size() == 2);
    CHECK(text.substr(spans[0].start, spans[0].end - spans[0].start) == u"بيت الثقافة");
    CHECK(text.substr(spans[1].start, spans[1].end - spans[1].start) == u"עברית");
    CHECK(spans[0].kind == Span::Kind::Foreign);
  }

  TEST_CASE("a line may begin with a word of a reference, not with its number") {
    Characters characters;
    const std::u16string_view text = u"§ 25 Abs. 5 SGB XII";
    const auto spans = find_spans(text, Direction::LeftToRight, characters);
    REQUIRE(spans.size() == 1);
    std::string allowed;
    for (std::uint32_t i = 1; i < text.size(); ++i)
      if (text[i - 1] == u' ' && !keeps_together(spans[0], text, i))
        allowed += static_cast<char>(text[i]);
    CHECK(allowed == "AS");
  }

  TEST_CASE("an endless row of digits is cut into spans of bounded length") {
    std::u16string text;
    for (int i = 0; i < 20'000; ++i)
      text += u"1-";
    Characters characters;
    for (const Span& span : find_spans(text, Direction::RightToLeft, characters))
      CHECK(span.end - span.start < 200);
  }
}
