#include "content-engine/source/isolates.h"

#include <doctest/doctest.h>

using namespace content;

static std::vector<std::string> isolated(std::string text, Direction direction,
                                         std::vector<Span> spans = {}) {
  Element element;
  element.text = std::move(text);
  element.spans = std::move(spans);
  IsolateFinder().mark(element, direction);
  std::vector<std::string> found;
  for (const Span& span : element.spans)
    if (span.kind == SpanKind::Isolate)
      found.push_back(span.target + ' ' + element.text.substr(span.start, span.end - span.start));
  return found;
}

using Found = std::vector<std::string>;

TEST_CASE("phone numbers, laws, addresses and places keep together in every language") {
  CHECK(isolated("Tel. 02323 16-4499, oder +49 2323 160.", Direction::LeftToRight) ==
        Found{"ltr 02323 16-4499", "ltr +49 2323 160"});
  CHECK(isolated("nach §\u00A017 Absatz 1 BMG, §§ 8, 10 StAG und § 24 SGB VIII.",
                 Direction::LeftToRight) ==
        Found{"ltr §\u00A017 Absatz 1 BMG", "ltr §§ 8, 10 StAG", "ltr § 24 SGB VIII"});
  CHECK(isolated("auf www.herne.de. Oder a.b@herne.de!", Direction::LeftToRight) ==
        Found{"ltr www.herne.de", "ltr a.b@herne.de"});
  CHECK(isolated("in 44623 Herne.", Direction::LeftToRight) == Found{"ltr 44623 Herne"});
  CHECK(isolated("im Jahr 2026 und 24 Stunden", Direction::LeftToRight).empty());
}

TEST_CASE("German words in Arabic and Arabic words in German are isolated") {
  CHECK(isolated("اذهب إلى Freiligrathstraße 12, 44623 Herne.", Direction::RightToLeft) ==
        Found{"ltr Freiligrathstraße 12, 44623 Herne"});
  CHECK(isolated("في 2026 فقط", Direction::RightToLeft).empty());
  CHECK(isolated("Auf Arabisch: تسجيل السكن.", Direction::LeftToRight) == Found{"rtl تسجيل السكن"});
}

TEST_CASE("an isolate never crosses another span and never doubles one") {
  CHECK(isolated("x § 17 BMG", Direction::LeftToRight, {{0, 7, SpanKind::Strong, ""}}).empty());
  CHECK(isolated("§ 17 BMG", Direction::LeftToRight, {{6, 9, SpanKind::Strong, ""}}) ==
        Found{"ltr § 17 BMG"});
  CHECK(isolated("§ 17 BMG", Direction::LeftToRight, {{0, 9, SpanKind::Isolate, "auto"}}) ==
        Found{"auto § 17 BMG"});
}

TEST_CASE("spans stay sorted: by start, the wider one first") {
  Element element;
  element.text = "x § 17 BMG";
  element.spans = {{2, 5, SpanKind::Strong, ""}};
  IsolateFinder().mark(element, Direction::LeftToRight);
  REQUIRE(element.spans.size() == 2);
  CHECK(element.spans[0].kind == SpanKind::Isolate);
  CHECK(element.spans[1].kind == SpanKind::Strong);
}
