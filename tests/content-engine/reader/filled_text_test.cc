#include "content-engine/reader/filled_text.h"

#include <doctest/doctest.h>

using namespace content;

static Element element(std::string text, std::vector<Span> spans) {
  Element made;
  made.text = std::move(text);
  made.spans = std::move(spans);
  return made;
}

static Filling by_length(std::string_view fact) {
  return {std::string(static_cast<std::size_t>(fact.size()), 'x'), SpanKind::Isolate, "ltr"};
}

TEST_SUITE("reader/filled_text") {
  TEST_CASE("spans around, within and behind a fact move with it") {
    const auto filled = fill_facts(element("a\uFFFCb\uFFFCc", {{0, 9, SpanKind::Strong, ""},
                                                               {0, 1, SpanKind::Emphasis, ""},
                                                               {1, 4, SpanKind::Fact, "12345"},
                                                               {4, 5, SpanKind::TopicLink, "b"},
                                                               {5, 8, SpanKind::Fact, ""},
                                                               {8, 9, SpanKind::WebLink, "c"}}),
                                   by_length, 100);
    REQUIRE(filled);
    CHECK(filled->text == "axxxxxbc");
    CHECK(filled->spans == std::vector<Span>{{0, 8, SpanKind::Strong, ""},
                                             {0, 1, SpanKind::Emphasis, ""},
                                             {1, 6, SpanKind::Isolate, "ltr"},
                                             {6, 7, SpanKind::TopicLink, "b"},
                                             {7, 7, SpanKind::Isolate, "ltr"},
                                             {7, 8, SpanKind::WebLink, "c"}});
  }

  TEST_CASE("a text without facts stays as it is") {
    const Element plain = element("abc", {{0, 3, SpanKind::Strong, ""}});
    CHECK(*fill_facts(plain, by_length, 0) == plain);
  }

  TEST_CASE("a text that facts would make longer than a page is refused") {
    const auto filled =
        fill_facts(element("\uFFFC", {{0, 3, SpanKind::Fact, "1234567890"}}), by_length, 9);
    REQUIRE_FALSE(filled);
    CHECK(filled.failure().refusal == Refusal::TooLarge);
  }
}
