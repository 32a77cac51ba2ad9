#include "content-engine/reader/search.h"

#include <doctest/doctest.h>

#include <array>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/reader/library.h"
#include "content-engine/reader/near_words.h"
#include "content-engine/source/tree.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"

using namespace content;

namespace {

// The town's own content, as the kiosk has it.
const Library& herne() {
  static const BundleFile file(bundle_bytes(read_source(SOURCE_DIR "/content/herne")->edition));
  static const auto library = Library::open(file.path());
  REQUIRE_MESSAGE(library, library.failure().message);
  return **library;
}

SearchHit first(std::string_view language, std::string_view query) {
  const SearchAnswer answer = herne().search(language, query, 10);
  INFO(language, ": ", query);
  REQUIRE_FALSE(answer.hits.empty());
  return answer.hits[0];
}

struct Asked {
  std::string_view language, query, topic;
};

}  // namespace

TEST_SUITE("reader/search") {
  TEST_CASE("what people type finds the topic, in every language") {
    static constexpr std::array<Asked, 36> asked{{
        {"de", "Kindergeld", "kindergeld"},
        {"de", "kinderg", "kindergeld"},
        {"de", "Wie melde ich mich an, wenn ich eingezogen bin?", "wohnsitz-anmelden"},
        {"de", "ich bin ein", "wohnsitz-anmelden"},
        {"de", "Buergergeld", "grundsicherungsgeld"},
        {"de", "BURGERGELD", "grundsicherungsgeld"},
        {"de", "Hartz IV", "grundsicherungsgeld"},
        {"de", "Bürgrgeld", "grundsicherungsgeld"},  // a letter missing
        {"de", "Kindegrarten", "kita-platz"},        // two changed places
        {"de", "Schulplätze", "schule-neu-zugewandert"},
        {"de", "Masernimpfung", "impfen-masern"},                // a compound that is nowhere
        {"de", "Kindergeldauszahlungsrückstand", "kindergeld"},  // of which only the start is known
        {"de", "Was kostet mein Kitaplatz? (Stadt)", "kita-platz"},
        {"de", "Auf\u00ADenthalts·erlaubnis", "aufenthaltserlaubnis"},
        {"de-simple", "Wohnung anmelden", "wohnsitz-anmelden"},
        {"tr", "Bürgergeld", "grundsicherungsgeld"},  // from a letter
        {"tr", "Aufenthaltserlaubnis", "aufenthaltserlaubnis"},
        {"tr", "cocuk parasi", "kindergeld"},
        {"tr", "ÇOCUK PARASI", "kindergeld"},
        {"tr", "kira yardimi", "wohngeld"},
        {"tr", "Einbuergerung", "einbuergerung"},
        {"ar", "اعانه الاطفال", "kindergeld"},
        {"ar", "إعـــانة", "kindergeld"},
        {"ar", "مستشفي", "arzt-und-notfall"},
        {"ar", "Wohngeld", "wohngeld"},
        {"en", "childcare", "kita-platz"},
        {"en", "How do I register my new address?", "wohnsitz-anmelden"},
        {"en", "vacination", "impfen-masern"},
        {"uk", "садочок", "kita-platz"},
        {"uk", "лікаря", "arzt-und-notfall"},
        {"uk", "Kindergeld", "kindergeld"},
        {"ro", "grădinița", "kita-platz"},
        {"ro", "gradinita", "kita-platz"},
        {"fa", "مهد\u200Cکودک", "kita-platz"},
        {"fa", "دكتر", "arzt-und-notfall"},
        {"fa", "Jobcenter", "grundsicherungsgeld"},
    }};
    for (const Asked& one : asked) {
      const SearchHit hit = first(one.language, one.query);
      INFO(one.language, ": ", one.query);
      CHECK(hit.id == one.topic);
    }
  }

  TEST_CASE("a hit says why it is one") {
    const SearchHit synonym = first("de", "Hartz IV");
    CHECK(synonym.why == HitReason::Synonym);
    CHECK(synonym.matched == "Hartz IV");
    const SearchHit letter = first("tr", "Wohngeld");
    CHECK(letter.id == "wohngeld");
    CHECK(letter.title_language == "tr");
    CHECK(letter.in_language);
    const SearchHit official = first("tr", "Kindertagesbetreuung");
    CHECK(official.id == "kita-platz");
    CHECK(official.why == HitReason::OfficialTitle);
    CHECK(official.matched.find("Kindertagesbetreuung") != std::string::npos);
  }

  TEST_CASE("a former name leads to what it is called today [R00]") {
    const SearchAnswer answer = herne().search("de", "RAA", 10);
    const auto place = std::find_if(answer.hits.begin(), answer.hits.end(),
                                    [](const auto& hit) { return hit.kind == HitKind::Place; });
    REQUIRE(place != answer.hits.end());
    CHECK(place->id == "kommunales-integrationszentrum");
    CHECK(place->title == "Kommunales Integrationszentrum");
    CHECK(place->why == HitReason::FormerName);
    CHECK(place->matched == "RAA");
    CHECK(first("de", "Eine-Welt-Zentrum").id == "fachstelle-eine-welt");
  }

  TEST_CASE("a topic without a page for the visitor is found, behind those that have one [R04]") {
    const SearchHit hit = first("uk", "Einbürgerung");
    CHECK(hit.id == "einbuergerung");
    CHECK_FALSE(hit.in_language);
    CHECK_FALSE(hit.languages.empty());
  }

  TEST_CASE(
      "the title goes before the office's word, that before a synonym, that before the text") {
    Edition edition = sample_edition();
    const auto topic = [&](std::string id, TopicTitle title, std::vector<std::string> synonyms,
                           std::string text) {
      Topic made = edition.topics[1];
      made.id = std::move(id);
      made.titles = {{"de", std::move(title)}};
      made.synonyms = {{"de", std::move(synonyms)}};
      made.pages[0].elements[0].text = std::move(text);
      edition.topics.push_back(made);
    };
    topic("a-text", {"Eins", "Anders"}, {"Drei"},
          "Zebra Zebra Zebra Zebra Zebra Zebra Zebra Zebra");
    topic("b-synonym", {"Eins", "Anders"}, {"Zebra"}, "Vier");
    topic("c-official", {"Eins", "Zebra"}, {"Drei"}, "Vier");
    topic("d-title", {"Zebra", "Anders"}, {"Drei"}, "Vier");
    const BundleFile file(bundle_bytes(edition));
    const auto library = Library::open(file.path());
    REQUIRE(library);
    for (const char* query : {"Zebra", "zeb", "z", "Zebrra"}) {
      std::string order;
      for (const SearchHit& hit : (*library)->search("de", query, 10).hits)
        order += hit.id.substr(0, 1) + std::string(to_word(hit.why)) + ' ';
      INFO(query);
      CHECK(order == "dtitle cofficial-title bsynonym abody ");
    }
  }

  TEST_CASE("nothing found is not the end: the nearest terms of the content") {
    const SearchAnswer answer = herne().search("de", "Wongelt", 10);
    if (answer.hits.empty())
      CHECK_FALSE(answer.nearest.empty());
    const SearchAnswer none = herne().search("de", "qqqqqqqqqqqq", 10);
    CHECK(none.hits.empty());
    CHECK(herne().search("de", "", 10) == SearchAnswer{});
    CHECK(herne().search("de", "  ?! ", 10).hits.empty());
    CHECK(herne().search("de", "kind", 0).hits.empty());
    CHECK(herne().search("de", std::string(100'000, 'k'), 10).hits.empty());
    CHECK(herne().search("de", "\xFF\xFE\x80", 10).hits.empty());
  }

  TEST_CASE("the same question has the same answer, whatever was asked before") {
    const SearchAnswer answer = herne().search("de", "Geld für mein Kind", 10);
    herne().search("ar", "طبيب", 10);
    for (const char* language : {"tr", "en", "uk", "ro", "fa", "de-simple"})
      herne().search(language, "a", 10);
    CHECK(herne().search("de", "Geld für mein Kind", 10) == answer);
    CHECK(answer.hits.size() <= 10);
  }

  TEST_CASE("near words: one letter wrong, missing, too many, changed places") {
    const std::vector<ListedWord> words{{"kinder", "kind", "Kinder", 1, 1},
                                        {"kindergeld", "kindergeld", "Kindergeld", 1, 1},
                                        {"wohngeld", "wohngeld", "Wohngeld", 1, 1}};
    const WordList list(write_word_list(words));
    for (const char* typed : {"wohngelt", "wohgeld", "wohnngeld", "whongeld"}) {
      INFO(typed);
      CHECK(find_near(list, typed, 1, Typed::Whole) == std::vector<NearWord>{{2, 1}});
    }
    CHECK(find_near(list, "kimder", 1, Typed::Beginning).size() == 2);
    CHECK(find_near(list, "xyz", 1, Typed::Whole).empty());
    CHECK(find_near(WordList(), "kinder", 2, Typed::Beginning).empty());
    CHECK(allowed_errors(3) == 0);
    CHECK(allowed_errors(8) == 2);
  }
}
