#include "content-engine/reader/search.h"

#include <doctest/doctest.h>

#include "content-engine/bundle/bundle_writer.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"

using namespace content;

TEST_SUITE("reader/search") {
  TEST_CASE("first letters find a title in the visitor's language or by the German term") {
    const BundleFile file(bundle_bytes(sample_edition()));
    const auto library = Library::open(file.path());
    REQUIRE(library);
    const SearchAnswer own = (*library)->search("tr", "çocuk", 10);
    REQUIRE(own.hits.size() == 1);
    CHECK(own.hits[0].id == "kindergeld");
    CHECK(own.hits[0].why == HitReason::Title);
    CHECK(own.hits[0].in_language);
    CHECK(own.hits[0].family == "family");
    const SearchAnswer german = (*library)->search("tr", "kinderg", 10);
    REQUIRE(german.hits.size() == 1);
    CHECK(german.hits[0].title == "Çocuklarım var");
    CHECK(german.hits[0].why == HitReason::OfficialTitle);
    CHECK(german.hits[0].matched == "Kindergeld");
    CHECK(german.hits[0].matched_language == "de");
    CHECK((*library)->search("tr", "", 10).hits.empty());
    CHECK((*library)->search("de", "kinder", 0).hits.empty());
  }
}
