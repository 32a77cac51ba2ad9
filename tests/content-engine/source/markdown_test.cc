#include "content-engine/source/markdown.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace content;

namespace {

struct Parsed {
  std::vector<Element> elements;
  std::vector<Finding> findings;
  Positions positions;
};

Parsed parse(const std::string& text, TopicForm form = TopicForm::Blocks, int first_line = 1) {
  Parsed parsed;
  parsed.elements =
      parse_markdown(text, first_line, "p.md", form, parsed.positions, parsed.findings);
  return parsed;
}

// "what paragraph «text» [strong 0-4]", one element a line.
std::string dump(const std::vector<Element>& elements) {
  std::string out;
  for (const Element& element : elements) {
    out += std::string(to_word(element.block)) + ' ' + std::string(to_word(element.kind));
    if (element.level != 0)
      out += " level " + std::to_string(element.level);
    if (element.ordinal != 0)
      out += " ordinal " + std::to_string(element.ordinal);
    if (!element.target.empty())
      out += " -> " + element.target;
    std::string text = element.text;
    std::replace(text.begin(), text.end(), '\n', '|');
    out += " «" + text + "»";
    for (const Span& span : element.spans)
      out += " [" + std::string(to_word(span.kind)) + ' ' + std::to_string(span.start) + '-' +
             std::to_string(span.end) + (span.target.empty() ? "" : " " + span.target) + ']';
    out += " @" + std::to_string(element.line) + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("[R27] blocks, paragraphs, headings, lists") {
  const Parsed parsed = parse(
      "## what\n\nErste Zeile\nzweite Zeile.\n\n### Zwischen\n\n## steps\n\n1. eins\n2. zwei\n"
      "   - unter\n\n## documents\n\n- a\n\n- b\n  - c\n");
  CHECK(parsed.findings.empty());
  CHECK(dump(parsed.elements) ==
        "what paragraph «Erste Zeile zweite Zeile.» @3\n"
        "what heading level 3 «Zwischen» @6\n"
        "steps step level 1 ordinal 1 «eins» @10\n"
        "steps step level 1 ordinal 2 «zwei» @11\n"
        "steps item level 2 «unter» @12\n"
        "documents item level 1 «a» @16\n"
        "documents item level 1 «b» @18\n"
        "documents item level 2 «c» @19\n");
  CHECK(parsed.positions.marks("p.md") ==
        std::vector<Mark>{{"## what", 1}, {"## steps", 8}, {"## documents", 14}});
  CHECK(parsed.positions.line_in_text("p.md", 3, 12) == 4);
}

TEST_CASE("spans, facts, links, nesting") {
  const Parsed parsed = parse(
      "## what\n\n**a [b](topic:t) {fact:f.g}** *c*\n[d](place:p) [e](<https://x.de/a b>) "
      "[f](isolate:rtl)\n");
  CHECK(parsed.findings.empty());
  CHECK(dump(parsed.elements) ==
        "what paragraph «a b \uFFFC c d e f» [strong 0-7] [topic 2-3 t] [fact 4-7 f.g] "
        "[emphasis 8-9] [place 10-11 p] [web 12-13 https://x.de/a b] [isolate 14-15 rtl] @3\n");
}

TEST_CASE("a first paragraph that is strong as a whole is the value of cost and deadline") {
  const Parsed parsed = parse(
      "## cost\n\n**{fact:f} im Jahr**\n\n**nicht mehr**\n\n## deadline\n\nText\n\n## "
      "law\n\n**kein "
      "Wert**\n");
  CHECK(parsed.findings.empty());
  CHECK(dump(parsed.elements) ==
        "cost value «\uFFFC im Jahr» [fact 0-3 f] @3\n"
        "cost paragraph «nicht mehr» [strong 0-10] @5\n"
        "deadline paragraph «Text» @9\n"
        "law paragraph «kein Wert» [strong 0-9] @13\n");
}

TEST_CASE("place cards, pictures, pictograms") {
  const Parsed parsed = parse(
      "## where\n\n{place:p}\n\n![](picture:b)\n\n![](pictogram:phone) Text\n\n- ![](pictogram:x) "
      "[a](isolate:ltr)\n");
  CHECK(parsed.findings.empty());
  CHECK(dump(parsed.elements) ==
        "where place -> p «» @3\n"
        "where picture -> b «» @5\n"
        "where paragraph -> phone «Text» @7\n"
        "where item level 1 -> x «a» [isolate 0-1 ltr] @9\n");
}

TEST_CASE("escapes, line breaks, signs of a law, Han without blanks") {
  const Parsed parsed = parse(
      "## what\n\nBürger\\*innen \\< \\{ \\`\n\neins\\\nzwei\n\n§ 17 und §§ 8\n\n请带\n护照\n");
  CHECK(parsed.findings.empty());
  CHECK(dump(parsed.elements) ==
        "what paragraph «Bürger*innen < { `» @3\n"
        "what paragraph «eins|zwei» @5\n"
        "what paragraph «§\u00A017 und §§\u00A08» @8\n"
        "what paragraph «请带护照» @10\n");
}

TEST_CASE("pages without a form have one body with two levels of headings") {
  const Parsed parsed = parse("## body\n\n### Eins\n\n#### Zwei\n\nText\n", TopicForm::FreeBody);
  CHECK(parsed.findings.empty());
  CHECK(
      dump(parsed.elements) ==
      "body heading level 3 «Eins» @3\nbody heading level 4 «Zwei» @5\nbody paragraph «Text» @7\n");
  CHECK(parse("## body\n\nText\n").findings.size() == 1);
}

TEST_CASE("what lies outside the subset is a finding in its line and its words are kept") {
  struct Case {
    const char* text;
    int line;
    const char* kept;
  };
  for (const Case& each : {
           Case{"> Zitat", 3, "Zitat"},
           Case{"Text\n\n---\n\nmehr", 5, "mehr"},
           Case{"    - kein Code\n\n```\nCode 1\n```\nmehr", 5, "mehr"},
           Case{"| a | b |\n|---|---|\n| c | d |", 3, "d"},
           Case{"Das ist `Code` hier", 3, "hier"},
           Case{"Das ist ~~alt~~ neu", 3, "neu"},
           Case{"Das ist <b>fett</b>", 3, "fett"},
           Case{"Text\n\n<div>", 5, "<div>"},
           Case{"a &nbsp; b", 3, "&nbsp;"},
           Case{"# Titel", 3, "Titel"},
           Case{"#### Tief", 3, "Tief"},
           Case{"[x]: https://x.de\n\nText", 3, "Text"},
           Case{"![Wörter](picture:b)", 3, nullptr},
           Case{"![](https://x.de/b.png)\n\nText", 3, "Text"},
           Case{"Bild ![](picture:b) im Text", 3, "im Text"},
           Case{"Ort {place:p} im Text", 3, "im Text"},
           Case{"Text ![](pictogram:x)", 3, "Text"},
           Case{"[a] (topic:t)", 3, "topic:t"},
           Case{"[a](topic:t \"Titel\")", 3, "a"},
           Case{"[](topic:t) Text", 3, "Text"},
           Case{"[a](isolate:quer)", 3, "a"},
           Case{"{unbekannt}", 3, nullptr},
           Case{"a { b", 3, "{ b"},
           Case{"zwei\nLeerzeichen  \nam Ende", 4, "am Ende"},
           Case{"ein * Stern", 3, "Stern"},
           Case{"Bürger*innen und Einwohner*innen", 3, "innen"},
           Case{"*[a](topic*b) c*d e", 3, "d e"},
           Case{"2. zweitens", 3, "zweitens"},
           Case{"- a\n  - b\n    - c", 5, "c"},
           Case{"- a\n  1. b", 4, "b"},
           Case{"- a\n\n  zweiter Absatz", 5, "zweiter Absatz"},
           Case{"- a\n-\n- c", 4, "c"},
           Case{"Setext\n======", 3, "Setext"},
       }) {
    const Parsed parsed = parse(std::string("## what\n\n") + each.text + "\n");
    CAPTURE(each.text);
    CAPTURE(dump(parsed.elements));
    REQUIRE_FALSE(parsed.findings.empty());
    for (const Finding& finding : parsed.findings) {
      CAPTURE(finding.problem.english);
      CHECK(finding.rule == "markdown");
      CHECK(finding.line == each.line);
    }
    if (each.kept != nullptr)
      CHECK(dump(parsed.elements).find(each.kept) != std::string::npos);
  }
}

TEST_CASE("unknown blocks and text before the first block") {
  const Parsed parsed = parse("Davor\n\n## wat\n\nText\n\n## Was\n", TopicForm::Blocks, 10);
  REQUIRE(parsed.findings.size() == 3);
  CHECK(parsed.findings[0].rule == "block-outside");
  CHECK(parsed.findings[0].line == 10);
  CHECK(parsed.findings[1].rule == "block-unknown");
  CHECK(parsed.findings[1].line == 12);
  CHECK(parsed.findings[2].line == 16);
}
