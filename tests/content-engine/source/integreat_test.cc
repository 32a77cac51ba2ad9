#include "content-engine/source/integreat.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace content;

namespace {

Edition base() {
  Edition edition;
  edition.languages = {
      {.tag = "de", .format_locale = "de-DE", .endonym = "Deutsch", .order = 1},
      {.tag = "en", .format_locale = "en-GB", .endonym = "English", .order = 2},
      {.tag = "de-simple", .format_locale = "de-DE", .endonym = "Leicht", .order = 3}};
  edition.words["de"] = {{"bar.back", "Zurück"}, {"situation.weg", "gehört der Stadt"}};
  edition.words["en"] = {{"bar.back", "Back"}};
  edition.words["de-simple"] = {{"bar.back", "Zurück"}};
  edition.groups = {{.id = "families", .pictogram = "group-families"}};
  return edition;
}

IntegreatLanguage answer(const std::string& slug, std::string_view json) {
  auto pages = parse_integreat_pages(json, slug);
  REQUIRE_MESSAGE(pages, (pages ? "" : pages.failure().message));
  return {slug, slug + ".json", std::move(*pages)};
}

// Every trap of the API in one small region: parent.id never joins, ids differ per language, a root
// without text, a root with text, an entry whose translation is only a fallback (id null), a page
// that exists in English alone, entities in a title, unknown keys, order not the list's order.
constexpr std::string_view german = R"([
 {"id":1,"url":"https://admin.x/ort/de/geld/","path":"/ort/de/geld/","title":"Geld &amp; Recht",
  "last_updated":"2026-05-04T09:10:00.000+02:00","content":"","parent":{"id":0,"url":null,"path":null},
  "order":9,"available_languages":{"en":{"id":51,"url":"u","path":"/ort/en/money/"}},"hash":null},
 {"id":3,"path":"/ort/de/geld/hilfe/","url":"","title":"Hilfe","last_updated":"2026-05-04T09:10:00Z",
  "content":"<p>Siehe <a href=\"https://integreat.app/ort/de/not/\">Not</a> und <a href=\"https://integreat.app/ort/de/geld/\">Geld</a></p>",
  "parent":{"id":777,"url":"x","path":"/ort/de/geld/"},"order":4,"available_languages":{}},
 {"id":2,"path":"/ort/de/geld/antrag/","url":"","title":"Antrag's {Form}","last_updated":"kaputt",
  "content":"<p>A</p>","parent":{"id":777,"path":"/ort/de/geld/"},"order":2,
  "available_languages":{"en":{"id":null,"url":"u","path":"/ort/en/money/antrag/"}},"neu":[1]},
 {"id":4,"path":"/ort/de/not/","url":"","title":"Not","last_updated":"","content":"<p>112</p>",
  "parent":null,"order":1,"available_languages":{"en":{"id":54,"path":"/ort/en/emergency/"}}}
])";
constexpr std::string_view english = R"([
 {"id":51,"path":"/ort/en/money/","url":"","title":"Money","last_updated":"","content":"",
  "parent":{"id":0,"path":null},"order":1,"available_languages":{"de":{"id":1,"path":"/ort/de/geld/"}}},
 {"id":55,"path":"/ort/en/money/only/","url":"","title":"Only here","last_updated":"","content":"<p>x</p>",
  "parent":{"id":9,"path":"/ort/en/money/"},"order":3,"available_languages":{}},
 {"id":54,"path":"/ort/en/emergency/","url":"","title":"Emergency","last_updated":"","content":"<p>112</p>",
  "parent":{"id":0,"path":null},"order":2,"available_languages":{"de":{"id":4,"path":"/ort/de/not/"}}}
])";

Imported imported() {
  return join_integreat({answer("de", german), answer("en", english)}, base(),
                        {.today = Date{2026, 11, 23}});
}

const Topic& topic(const Imported& result, const std::string& id) {
  const Topic* found = find_topic(result.edition, id);
  REQUIRE_MESSAGE(found != nullptr, id);
  return *found;
}

}  // namespace

TEST_CASE("roots become life situations in order, a root with text is a topic as well") {
  const Imported result = imported();
  REQUIRE(result.edition.situations.size() == 2);
  CHECK(result.edition.situations[0].id == "not");
  CHECK(result.edition.situations[1].id == "geld");
  CHECK(result.edition.words.at("de").at("situation.geld") == "Geld & Recht");
  CHECK(result.edition.words.at("en").at("situation.geld") == "Money");
  CHECK(find_topic(result.edition, "geld") == nullptr);
  CHECK(topic(result, "not").pages.size() == 2);
}

TEST_CASE("translations are joined by path, never by id, and a fallback is no translation") {
  const Imported result = imported();
  CHECK(topic(result, "not").titles.at("en").user == "Emergency");
  CHECK(topic(result, "geld-antrag").pages.size() == 1);
  CHECK(topic(result, "money-only").pages.front().language == "en");
  CHECK(topic(result, "money-only").situations == std::vector<std::string>{"geld"});
}

TEST_CASE("no page is lost, and every page keeps its source path and licence") {
  const Imported result = imported();
  CHECK(result.report.every_page_kept());
  CHECK(result.report.pages().at("de").in == 4);
  CHECK(result.report.pages().at("de").out == 3);
  CHECK(result.report.pages().at("de").situations == 1);
  for (const auto& each : result.edition.topics) {
    CHECK(each.source_path.starts_with("/ort/"));
    CHECK(each.licence == "CC-BY-4.0");
    CHECK(each.form == TopicForm::FreeBody);
    for (const auto& page : each.pages)
      CHECK(page.provenance == Provenance::Imported);
  }
}

TEST_CASE("siblings follow the order, dates fall back to today, links find their topic") {
  const Imported result = imported();
  CHECK(topic(result, "geld-antrag").order < topic(result, "geld-hilfe").order);
  CHECK(topic(result, "geld-antrag").pages[0].updated == Date{2026, 11, 23});
  CHECK(topic(result, "geld-hilfe").pages[0].updated == Date{2026, 5, 4});
  const auto& spans = topic(result, "geld-hilfe").pages[0].elements[0].spans;
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].kind == SpanKind::TopicLink);
  CHECK(spans[0].target == "not");
  CHECK(spans[1].kind == SpanKind::WebLink);  // a root without text has no page to go to
}

TEST_CASE("words of the base stay, its own situations do not, titles are no patterns") {
  const Imported result = imported();
  CHECK(result.edition.words.at("de").at("bar.back") == "Zurück");
  CHECK_FALSE(result.edition.words.at("de").contains("situation.weg"));
  CHECK(topic(result, "geld-antrag").titles.at("de").user == "Antrag's {Form}");
}

TEST_CASE("a page below itself and a page without its parent are ways in, with a finding") {
  const auto result = join_integreat(
      {answer(
          "de",
          R"([{"path":"/o/de/a/","url":"","title":"A","content":"<p>a</p>","parent":{"path":"/o/de/b/"}},
                        {"path":"/o/de/b/","url":"","title":"B","content":"<p>b</p>","parent":{"path":"/o/de/a/"}},
                        {"path":"/o/de/c/","url":"","title":"C","content":"<p>c</p>","parent":{"path":"/o/de/gone/"}}])")},
      base(), {.today = Date{2026, 11, 23}});
  CHECK(result.report.every_page_kept());
  CHECK(result.edition.topics.size() == 3);
  CHECK(std::count_if(result.findings.begin(), result.findings.end(),
                      [](const Finding& finding) { return finding.rule == "import-parent"; }) == 2);
}

TEST_CASE("two pages of one language that claim the same translation both stay") {
  const auto result = join_integreat(
      {answer(
          "de",
          R"([{"path":"/o/de/a/","url":"","title":"A","content":"<p>a</p>","available_languages":{"en":{"id":1,"path":"/o/en/x/"}}},
                        {"path":"/o/de/b/","url":"","title":"B","content":"<p>b</p>","available_languages":{"en":{"id":1,"path":"/o/en/x/"}}}])")},
      base(), {.today = Date{2026, 11, 23}});
  CHECK(result.edition.topics.size() == 2);
  CHECK(result.report.every_page_kept());
  CHECK(result.findings.at(0).rule == "import-twin");
}

TEST_CASE("a language without interface words is an error that says what to do") {
  const auto result = join_integreat({answer("it", "[]")}, base(), {.today = Date{2026, 11, 23}});
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].rule == "import-language");
  CHECK(result.findings[0].severity == Severity::Error);
}

TEST_CASE("slugs of Integreat are mapped to our tags") {
  CHECK(tag_of_integreat_slug("de-si") == "de-simple");
  CHECK(tag_of_integreat_slug("prs") == "fa-AF");
  CHECK(tag_of_integreat_slug("zh-cn") == "zh-Hans");
  CHECK(tag_of_integreat_slug("uk") == "uk");
}

TEST_CASE("an answer that is none is refused with its file and entry") {
  CHECK(parse_integreat_pages("{}", "f").failure().refusal == Refusal::Malformed);
  CHECK(parse_integreat_pages("[", "f").failure().message == "f: is not JSON");
  CHECK(parse_integreat_pages("[{\"path\":3}]", "f").failure().message.find("entry 1") !=
        std::string::npos);
  CHECK(parse_integreat_pages("[{}]", "f").failure().refusal == Refusal::Malformed);
  CHECK(parse_integreat_pages("[null]", "f").failure().refusal == Refusal::Malformed);
  CHECK(parse_integreat_pages("[]", "f")->empty());
}

// Trees differ by language: a way in that only some languages have still has a word in all.
TEST_CASE("a way in without a title in a language has another's, with that language's name") {
  const auto result = join_integreat(
      {answer("de", R"([{"path":"/o/de/nur/","title":"Nur {hier}","content":"<p>a</p>"}])"),
       answer("en", R"([{"path":"/o/en/only/","title":"Only","content":"<p>a</p>"}])")},
      base(), {.today = Date{2026, 11, 23}});
  CHECK(result.edition.words.at("en").at("situation.nur") == "Nur '{'hier'}' (Deutsch)");
  CHECK(result.edition.words.at("de").at("situation.only") == "Only (English)");
  CHECK(result.edition.words.at("de").at("situation.nur") == "Nur '{'hier'}'");
}

TEST_CASE("a page without a title is called what its path ends in, with a finding") {
  const auto result = join_integreat(
      {answer("de", R"([{"path":"/o/de/%C3%BCber-uns/","title":" ","content":"<p>a</p>"}])")},
      base(), {.today = Date{2026, 11, 23}});
  REQUIRE(result.edition.topics.size() == 1);
  CHECK(result.edition.topics[0].id == "uber-uns");
  CHECK(result.edition.topics[0].titles.at("de").user == "\u00fcber uns");
  CHECK(result.findings.at(0).rule == "import-title");
  CHECK(result.findings.at(0).file == "/o/de/%C3%BCber-uns/");
}

TEST_CASE("paths are the same page with and without final slash and percent signs") {
  const auto result =
      join_integreat({answer("de", R"([{"path":"/o/de/\u00fcber","title":"A","content":"<p>a</p>"},
        {"path":"/o/de/b/","title":"B","parent":{"path":"/o/de/%c3%bcber/"},
         "content":"<p><a href='https://integreat.app/o/de/\u00fcber/?a=1#x'>A</a></p>"}])")},
                     base(), {.today = Date{2026, 11, 23}});
  CHECK(result.findings.empty());
  CHECK(topic(result, "b").situations == std::vector<std::string>{"uber"});
  CHECK(topic(result, "b").pages[0].elements.at(0).spans.at(0).target == "uber");
}

TEST_CASE("one contact said differently in two languages is two places") {
  const auto card = [](const std::string& name) {
    return R"([{"path":"/o/de/a/","title":"A","content":"<div class='contact-card' )"
           R"(data-contact-id='5'><h4>)" +
           name + R"(</h4></div>","last_updated":"2026-05-04"}])";
  };
  const auto result = join_integreat({answer("de", card("Amt")), answer("en", card("Office"))},
                                     base(), {.today = Date{2026, 11, 23}});
  REQUIRE(result.edition.places.size() == 2);
  const Topic& page = topic(result, "a");
  CHECK(page.pages.at(0).elements.at(0).target == "contact-5");
  CHECK(page.pages.at(1).elements.at(0).target == "contact-5-2");
  CHECK(find_place(result.edition, "contact-5-2")->name == "Office");
  const auto same = join_integreat({answer("de", card("Amt")), answer("en", card("Amt"))}, base(),
                                   {.today = Date{2026, 11, 23}});
  CHECK(same.edition.places.size() == 1);
}

TEST_CASE("an answer without pages is an error, one language without pages is none") {
  const auto none = join_integreat({answer("de", "[]")}, base(), {.today = Date{2026, 11, 23}});
  REQUIRE(none.findings.size() == 1);
  CHECK(none.findings[0].rule == "import-empty");
  const auto some = join_integreat({answer("de", german), answer("en", "[]")}, base(),
                                   {.today = Date{2026, 11, 23}});
  CHECK(some.findings.empty());
  CHECK(parse_integreat_pages(R"({"error":"weg"})", "f").failure().message ==
        "f: the server answered «weg» and sent no pages");
}

TEST_CASE("a title too long for a tile is cut on it between words, and whole on its page") {
  const std::string title = "Willkommen und erste Schritte in der Stadt mit einem langen Titel";
  const auto result = join_integreat(
      {answer("de", R"([{"path":"/o/de/a/","content":"<p>a</p>","title":")" + title + R"("}])")},
      base(), {.today = Date{2026, 11, 23}});
  CHECK(result.edition.words.at("de").at("situation.a") ==
        "Willkommen und erste Schritte in der Stadt mit einem…");
  CHECK(topic(result, "a").titles.at("de").user == title);
}
