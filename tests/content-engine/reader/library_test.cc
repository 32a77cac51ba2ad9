#include "content-engine/reader/library.h"

#include <doctest/doctest.h>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/store/files.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"

using namespace content;

static constexpr Date today{2026, 11, 23};

static std::unique_ptr<Library> open(const BundleFile& file) {
  auto library = Library::open(file.path());
  if (!library)
    FAIL(library.failure().message);
  return std::move(*library);
}

static std::string covered(const Element& element, const Span& span) {
  return element.text.substr(span.start, span.end - span.start);
}

TEST_SUITE("reader/library") {
  TEST_CASE("a page is in the visitor's language with its facts written as she writes them") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = open(file);
    const auto page = library->page("kindergeld", "tr", today);
    REQUIRE_MESSAGE(page, page.failure().message);
    CHECK(page->title == "Çocuklarım var");
    CHECK(page->official_title == "Çocuk parası");
    CHECK(page->official_title_german == "Kindergeld");
    CHECK(page->situation == "familie");
    CHECK(page->family == "family");
    CHECK(page->pictogram == "e-family");
    CHECK(page->provenance == Provenance::Checked);
    CHECK(page->updated == Date{2026, 11, 20});
    CHECK(page->review_due == Date{2027, 5, 1});
    CHECK(page->licence == "CC-BY-4.0");
    CHECK(page->languages == std::vector<std::string>{"de", "tr", "ar"});
    REQUIRE(page->elements.size() == 3);
    const Element& first = page->elements[0];
    CHECK(first.text == "Ayda €259 alırsınız. Telefon: 0800\u00A04555530.");
    REQUIRE(first.spans.size() == 5);
    CHECK(covered(first, first.spans[0]) == "Ayda €259 alırsınız. Telefon: ");
    CHECK(covered(first, first.spans[1]) == "€259");
    CHECK(first.spans[1].kind == SpanKind::Strong);
    CHECK(covered(first, first.spans[2]) == "€259");
    CHECK(first.spans[2].kind == SpanKind::Isolate);
    CHECK(covered(first, first.spans[3]) == "0800\u00A04555530.");
    CHECK(covered(first, first.spans[4]) == "0800\u00A04555530");
    CHECK(first.spans[4] ==
          Span{first.spans[4].start, first.spans[4].end, SpanKind::Isolate, "ltr"});
    CHECK(page->elements[1].kind == ElementKind::Value);
    CHECK(page->elements[1].text == "€259");
    CHECK(page->elements[2].target == "familienkasse");
  }

  TEST_CASE("an expired, not yet valid or unverified fact is «being checked» [R29]") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = open(file);
    for (const Date day : {Date{2025, 12, 31}, Date{2027, 1, 1}}) {
      const auto page = library->page("kindergeld", "tr", day);
      REQUIRE(page);
      const Element& value = page->elements[1];
      CHECK(value.text == "kontrol ediliyor");
      REQUIRE(value.spans.size() == 1);
      CHECK(value.spans[0] == Span{0, 16, SpanKind::Fact, "kindergeld.monat"});
      CHECK_FALSE(library->fact("kindergeld.monat", "tr", day));
    }
    CHECK(library->fact("kindergeld.monat", "de", Date{2026, 1, 1}) == "259\u00A0€");
    CHECK(library->fact("kindergeld.monat", "de", Date{2026, 12, 31}) == "259\u00A0€");
    CHECK_FALSE(library->fact("unsicher", "de", today));
    CHECK_FALSE(library->fact("gibt-es-nicht", "de", today));
    CHECK_FALSE(library->fact("kindergeld.monat", "xx", today));
  }

  TEST_CASE("a topic without a page in the language says in which it has one [R04]") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = open(file);
    const auto page = library->page("wohnsitz-anmelden", "tr", today);
    REQUIRE_FALSE(page);
    CHECK(page.failure().refusal == Refusal::Unavailable);
    const auto fallback = library->fallback("wohnsitz-anmelden", "tr");
    REQUIRE(fallback);
    CHECK(*fallback == NotInLanguage{.id = "wohnsitz-anmelden",
                                     .title = "Ich bin eingezogen",
                                     .title_language = "de",
                                     .situation = "familie",
                                     .languages = {"de"}});
    CHECK(library->page("keines", "tr", today).failure().refusal == Refusal::NotFound);
    CHECK(library->fallback("keines", "tr").failure().refusal == Refusal::NotFound);
  }

  TEST_CASE("German is never shown in place of simple German") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = open(file);
    CHECK_FALSE(library->page("wohnsitz-anmelden", "de-simple", today));
    CHECK(library->fallback("wohnsitz-anmelden", "de-simple")->title == "Ich bin eingezogen");
  }

  TEST_CASE("an interface word falls back to the broader language, the town's, then its key") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = open(file);
    CHECK(library->word("tr", "bar.home") == "Ana sayfa");
    CHECK(library->word("de-simple", "bar.home") == "Start");
    CHECK(library->word("ar", "bar.home") == "Start");
    CHECK(library->word("ar", "no.such-word") == "no.such-word");
    CHECK(library->word("", "bar.home") == "Start");
  }

  TEST_CASE("a bundle that lacks a word the program needs is refused by name") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const std::string_view needs[] = {"bar.home", "zoom.lens", "bar.back"};
    const auto library = Library::open(file.path(), needs);
    REQUIRE_FALSE(library);
    CHECK(library.failure().refusal == Refusal::Unsupported);
    CHECK(library.failure().message.find("bar.back, zoom.lens") != std::string::npos);
    CHECK(Library::open(file.path(), std::span(needs).first(1)));
  }

  TEST_CASE("town, languages in picker order, places and pictures") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = open(file);
    CHECK(library->town() == sample_edition().town);
    REQUIRE(library->languages().size() == 4);
    CHECK(library->languages()[0].tag == "de");
    CHECK(library->languages()[3].direction == Direction::RightToLeft);
    CHECK(library->language("ar") == &library->languages()[3]);
    CHECK(library->language("fr") == nullptr);
    CHECK(library->place("familienkasse") == sample_edition().places[0]);
    CHECK_FALSE(library->place("keine"));
    const auto picture = library->picture("formular", "tr");
    REQUIRE(picture);
    CHECK(picture->bytes == sample_edition().pictures[0].bytes);
    CHECK(picture->alternative_text == std::map<std::string, std::string>{{"tr", "Bir form"}});
    CHECK_FALSE(library->picture("keines", "tr"));
  }

  TEST_CASE("a recording is found by the words as they are shown, in that language only [R33]") {
    Edition edition = sample_edition();
    edition.clips[0].bytes = *read_file(SOURCE_DIR "/tests/fixtures/tone.ogg", longest_clip);
    const BundleFile file(bundle_bytes(edition));
    const auto library = open(file);
    const Sound sound = library->clip("tr", "\u2068Merhaba.\u2069 \n");
    REQUIRE(sound);
    CHECK(*sound == edition.clips[0].bytes);
    CHECK(library->clip("tr", "Merhaba.") == sound);  // read once while it is held
    CHECK(library->clip("tr", "Merhaba") == nullptr);
    CHECK(library->clip("tr", "Merhaba. Merhaba.") == nullptr);
    CHECK(library->clip("ar", "Merhaba.") == nullptr);
    CHECK(library->clip("tr-TR", "Merhaba.") == nullptr);
  }
}
