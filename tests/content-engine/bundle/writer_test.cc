#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/bundle/edition_order.h"
#include "content-engine/bundle/edition_reader.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/store/files.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"

using namespace content;

static Refusal refused(const Edition& edition) {
  const auto bytes = bundle_bytes(edition);
  REQUIRE_FALSE(bytes);
  CHECK_FALSE(bytes.failure().message.empty());
  return bytes.failure().refusal;
}

TEST_SUITE("bundle/writer") {
  TEST_CASE("an edition comes back from its bundle as it went in") {
    const BundleFile file(bundle_bytes(sample_edition()));
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE_MESSAGE(bundle, bundle.failure().message);
    const auto edition = read_edition(*bundle);
    REQUIRE_MESSAGE(edition, edition.failure().message);
    CHECK(*edition == in_bundle_order(sample_edition()));
    CHECK(edition->topics.size() == 3);
  }

  // The fuzzer's seed is the reference: the same bytes on every machine, not only twice on one.
  // WEGWEISER_REBASELINE=1 writes it anew when the format changes.
  TEST_CASE("the same edition is the same bytes, here and everywhere") {
    const std::filesystem::path reference = SOURCE_DIR "/tests/fuzz/corpus/bundle/sample.bundle";
    const auto bytes = bundle_bytes(sample_edition());
    REQUIRE(bytes);
    CHECK(*bytes == *bundle_bytes(sample_edition()));
    if (std::getenv("WEGWEISER_REBASELINE") != nullptr)
      REQUIRE(write_file(reference, *bytes));
    const auto expected = read_file(reference, bundle_size_limit);
    REQUIRE(expected);
    CHECK(*bytes == *expected);
  }

  TEST_CASE("the order of the editors' rows does not matter") {
    Edition edition = sample_edition();
    std::reverse(edition.facts.begin(), edition.facts.end());
    std::reverse(edition.places.begin(), edition.places.end());
    std::reverse(edition.topics.begin(), edition.topics.end());
    std::reverse(edition.languages.begin(), edition.languages.end());
    std::reverse(edition.plan.begin(), edition.plan.end());
    std::reverse(edition.topics[1].pages.begin(), edition.topics[1].pages.end());
    edition.facts[0].line = 7;
    edition.topics[0].pages[0].file = "topics/a/de.md";
    CHECK(*bundle_bytes(edition) == *bundle_bytes(sample_edition()));
  }

  TEST_CASE("a new topic leaves the rows of the others as they are") {
    Edition edition = sample_edition();
    Topic fresh = edition.topics[1];
    fresh.id = "aaa-new";
    edition.topics.push_back(fresh);
    BundleFile file(bundle_bytes(edition));
    auto before = open_bundle(file.path(), file.sha256());
    REQUIRE(before);
    const auto id = [](Database& bundle) {
      Statement& row = bundle.ask("SELECT id FROM page WHERE topic = ?1 AND language = 'ar'");
      row.bind(1, "kindergeld");
      REQUIRE(row.step());
      return row.number(0);
    };
    const std::int64_t with = id(*before);
    const BundleFile plain(bundle_bytes(sample_edition()));
    auto without = open_bundle(plain.path(), plain.sha256());
    CHECK(id(*without) == with);
  }

  TEST_CASE("the header names the format and no version of SQLite") {
    const std::string bytes = *bundle_bytes(sample_edition());
    CHECK(bytes.substr(68, 4) == "WegB");
    CHECK(bytes.substr(60, 4) == std::string("\0\0\0\1", 4));
    CHECK(bytes.substr(96, 4) == std::string("\0\x2E\x57\x48", 4));
    CHECK(bytes.size() % 4096 == 0);
  }

  TEST_CASE("a file is written whole and named by its hash") {
    const BundleFile there(std::string("the bundle of yesterday"));
    const auto hash = write_bundle(sample_edition(), there.path());
    REQUIRE(hash);
    CHECK(*hash == *sha256_of_file(there.path(), bundle_size_limit));
    CHECK(open_bundle(there.path(), *hash));
    CHECK(write_bundle(sample_edition(), "/nowhere/at/all.bundle").failure().refusal ==
          Refusal::NotFound);
  }

  TEST_CASE("what a bundle cannot hold is refused with its name") {
    Edition twice = sample_edition();
    twice.facts.push_back(twice.facts[0]);
    CHECK(refused(twice) == Refusal::Invalid);
    CHECK(bundle_bytes(twice).failure().message.find("telefon.familienkasse") != std::string::npos);

    Edition two_pages = sample_edition();
    two_pages.topics[0].pages.push_back(two_pages.topics[0].pages[0]);
    CHECK(refused(two_pages) == Refusal::Invalid);

    Edition broken_text = sample_edition();
    broken_text.words["de"]["bar.home"] = "Start\xFF";
    CHECK(refused(broken_text) == Refusal::Invalid);

    Edition impossible_day = sample_edition();
    impossible_day.topics[0].review_due = {2026, 2, 30};
    CHECK(refused(impossible_day) == Refusal::Invalid);

    Edition span = sample_edition();
    span.topics[1].pages[0].elements[0].spans = {{0, 900, SpanKind::Strong, ""}};
    CHECK(refused(span) == Refusal::Invalid);

    Edition picture = sample_edition();
    picture.pictures[0].bytes.assign(bundle_value_limit + 1, 'x');
    CHECK(refused(picture) == Refusal::TooLarge);
    picture.pictures[0].bytes.pop_back();
    CHECK(bundle_bytes(picture));

    Edition clip = sample_edition();
    clip.clips[0].bytes.assign(longest_clip + 1, 'x');
    CHECK(refused(clip) == Refusal::TooLarge);
    clip.clips[0] = clip.clips[1];
    CHECK(refused(clip) == Refusal::Invalid);  // two for the same words

    Edition endless = sample_edition();
    auto& elements = endless.topics[1].pages[0].elements;
    elements.resize(page_element_limit + 1, elements[0]);
    CHECK(refused(endless) == Refusal::TooLarge);
  }

  TEST_CASE("the largest picture comes back") {
    Edition edition = sample_edition();
    edition.pictures[0].bytes.assign(bundle_value_limit, 'x');
    const BundleFile file(bundle_bytes(edition));
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE(bundle);
    CHECK(read_edition(*bundle)->pictures == edition.pictures);
  }

  TEST_CASE("an edition of nothing is a bundle of nothing") {
    const BundleFile file(bundle_bytes(Edition{}));
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE_MESSAGE(bundle, bundle.failure().message);
    CHECK(*read_edition(*bundle) == Edition{});
  }

  TEST_CASE("interface keys are compared both ways") {
    const BundleFile file(bundle_bytes(sample_edition()));
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE(bundle);
    const auto keys = interface_keys(*bundle);
    REQUIRE(keys);
    CHECK(*keys == std::vector<std::string>{"bar.home", "fact.being-checked", "situation.familie"});
    const std::string_view needs[] = {"bar.home", "bar.back"};
    const KeyDifference difference = compare_keys(*keys, needs);
    CHECK(difference.missing == std::vector<std::string>{"bar.back"});
    CHECK(difference.unknown ==
          std::vector<std::string>{"fact.being-checked", "situation.familie"});
    CHECK(require_keys(*bundle, needs).failure().refusal == Refusal::Unsupported);
  }
}
