#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/bundle/edition_order.h"
#include "content-engine/bundle/edition_reader.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"

using namespace content;

TEST_SUITE("bundle") {
  TEST_CASE("an edition comes back from its bundle as it went in") {
    const BundleFile file(bundle_bytes(sample_edition()));
    auto bundle = open_bundle(file.path(), file.sha256());
    REQUIRE_MESSAGE(bundle, bundle.failure().message);
    const auto edition = read_edition(*bundle);
    REQUIRE_MESSAGE(edition, edition.failure().message);
    CHECK(*edition == in_bundle_order(sample_edition()));
    CHECK(edition->topics.size() == 3);
  }
}
