#include <doctest/doctest.h>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/reader/library.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"

using namespace content;

static std::unique_ptr<Library> open(const BundleFile& file) {
  auto library = Library::open(file.path());
  if (!library)
    FAIL(library.failure().message);
  return std::move(*library);
}

static std::vector<std::string> ids(const std::vector<TopicEntry>& entries) {
  std::vector<std::string> found;
  for (const auto& entry : entries)
    found.push_back(entry.id);
  return found;
}

TEST_SUITE("reader/topic_lists") {
  TEST_CASE("life situations come in order, with their topics counted, empty ones left out") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto ways = open(file)->situations();
    CHECK(ways == std::vector<WayIn>{{"familie", "family", "e-family", 3},
                                     {"geld", "means", "d-money", 1}});
    CHECK(open(file)->groups() == std::vector<WayIn>{{"families", "", "g-family", 3}});
  }

  TEST_CASE("what the visitor can read comes first, the rest in her words where there are any") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = open(file);
    const auto turkish = library->topics_of_situation("familie", "tr");
    REQUIRE(ids(turkish) == std::vector<std::string>{"kindergeld", "wohnsitz-anmelden"});
    CHECK(turkish[0] == TopicEntry{.id = "kindergeld",
                                   .title = "Çocuklarım var",
                                   .title_language = "tr",
                                   .in_language = true,
                                   .languages = {"de", "tr", "ar"},
                                   .children = 1,
                                   .sensitive = false,
                                   .official_title = "Çocuk parası"});
    CHECK(turkish[1] == TopicEntry{.id = "wohnsitz-anmelden",
                                   .title = "Ich bin eingezogen",
                                   .title_language = "de",
                                   .in_language = false,
                                   .languages = {"de"},
                                   .children = 0,
                                   .sensitive = false,
                                   .official_title = "Anmeldung der Wohnung"});
    CHECK(ids(library->topics_of_situation("familie", "de")) ==
          std::vector<std::string>{"wohnsitz-anmelden", "kindergeld"});
    CHECK(library->topics_of_situation("keine", "de").empty());
    CHECK(ids(library->topics_of_group("families", "tr")) ==
          std::vector<std::string>{"kindergeld", "wohnsitz-anmelden"});
  }

  TEST_CASE("a page tree opens level by level") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto below = open(file)->topics_below("kindergeld", "ar");
    REQUIRE(ids(below) == std::vector<std::string>{"familienpass"});
    CHECK(below[0].sensitive);
    CHECK_FALSE(below[0].in_language);
    CHECK(below[0].title_language == "tr");
  }

  TEST_CASE("a topic whose parent is in no list of the situation stands in it itself") {
    Edition edition = sample_edition();
    edition.topics[2].situations = {"geld", "familie"};
    edition.topics[0].situations = {"familie"};
    const BundleFile file(bundle_bytes(edition));
    const auto library = open(file);
    CHECK(ids(library->topics_of_situation("geld", "tr")) ==
          std::vector<std::string>{"familienpass"});
    CHECK(ids(library->topics_of_situation("familie", "tr")) ==
          std::vector<std::string>{"kindergeld", "wohnsitz-anmelden"});
  }
}
