#include "content-engine/repository/bundle_target.h"

#include <doctest/doctest.h>

#include <set>

#include "content-engine/bundle/format.h"

using namespace content;

namespace {

const std::string hash_a(64, 'a'), hash_b(64, 'b'), hash_c(64, 'c');

BundleTarget sample(std::int64_t sequence, const std::string& sha256) {
  return {.path = "bundles/" + std::to_string(sequence) + ".zst",
          .file = {.length = 10, .hashes = {{"sha256", hash_c}}},
          .major = bundle_major,
          .minor = bundle_minor,
          .minimum_program = "0.1",
          .edition = "2026-11-23",
          .sha256 = sha256,
          .length = 1000,
          .sequence = sequence};
}

std::map<std::string, TargetFile> listed(const std::vector<BundleTarget>& bundles) {
  std::map<std::string, TargetFile> targets;
  for (const auto& bundle : bundles) {
    TargetFile file = bundle.file;
    file.custom = custom_of(bundle);
    targets.emplace(bundle.path, file);
  }
  return targets;
}

BundleTarget delta_of(const BundleTarget& whole, const std::string& base, std::int64_t length) {
  BundleTarget delta = whole;
  delta.path = "deltas/" + base.substr(0, 4) + std::to_string(length);
  delta.base = base;
  delta.file.length = length;
  return delta;
}

}  // namespace

TEST_CASE("what a target says of its bundle comes back as it was written") {
  const BundleTarget whole = sample(3, hash_a), delta = delta_of(whole, hash_b, 7);
  for (const auto& bundle : {whole, delta}) {
    TargetFile file = bundle.file;
    file.custom = custom_of(bundle);
    const auto read = parse_bundle_target(bundle.path, file);
    REQUIRE(read);
    REQUIRE(read->has_value());
    BundleTarget expected = bundle;
    expected.file = file;
    CHECK(**read == expected);
  }
  CHECK_FALSE(parse_bundle_target("x", TargetFile{})->has_value());
}

TEST_CASE("a target that claims to be a bundle and is none is malformed") {
  const Json good = custom_of(sample(1, hash_a));
  for (const char* name :
       {"major", "minor", "program", "edition", "sha256", "length", "sequence", "rollout"})
    for (const Json& wrong :
         {Json(), Json(std::int64_t{-1}), Json("../../etc/passwd"), Json(true)}) {
      if (std::string(name) == "edition" && wrong.string() != nullptr)
        continue;  // words for people, whatever they are
      Json bad = good;
      (*bad.object()->at("bundle").object())[name] = wrong;
      INFO(name << " " << canonical(wrong));
      CHECK_FALSE(parse_bundle_target("x", TargetFile{.custom = bad}));
    }
  CHECK_FALSE(parse_bundle_target("x", TargetFile{.custom = Json::Object{{"bundle", "yes"}}}));
}

TEST_CASE("the newest bundle is the one published last, with the deltas that lead to it") {
  const BundleTarget old = sample(1, hash_a), fresh = sample(2, hash_b);
  const auto offer = newest_offer(listed({old, fresh, delta_of(fresh, hash_a, 9),
                                          delta_of(fresh, hash_c, 5), delta_of(old, hash_c, 1)}),
                                  "0.1.0", 0);
  REQUIRE(offer);
  CHECK(offer->whole.sha256 == hash_b);
  REQUIRE(offer->deltas.size() == 2);
  CHECK(offer->deltas[0].base == hash_c);
  CHECK(offer->deltas[1].base == hash_a);
  CHECK(newest_offer({}, "0.1.0", 0).failure().refusal == Refusal::NotFound);
}

TEST_CASE("a staged rollout reaches the first rings and leaves the others where they are") {
  BundleTarget fresh = sample(2, hash_b);
  fresh.rollout = 25;
  const auto targets = listed({sample(1, hash_a), fresh});
  CHECK(newest_offer(targets, "0.1.0", 24)->whole.sha256 == hash_b);
  CHECK(newest_offer(targets, "0.1.0", 25)->whole.sha256 == hash_a);
  std::set<int> rings;
  for (int kiosk = 0; kiosk < 2000; ++kiosk) {
    const int ring = ring_of("kiosk-" + std::to_string(kiosk));
    CHECK(ring >= 0);
    CHECK(ring < 100);
    rings.insert(ring);
  }
  CHECK(rings.size() == 100);
  CHECK(ring_of("kiosk-7") == ring_of("kiosk-7"));
}

TEST_CASE("a bundle that is too new is refused by name before anything is fetched") {
  BundleTarget fresh = sample(2, hash_b);
  fresh.minimum_program = "1.10";
  const auto needs_program = newest_offer(listed({fresh}), "1.9.7", 0);
  CHECK(needs_program.failure().refusal == Refusal::Unsupported);
  CHECK(needs_program.failure().message.find("needs program ≥ 1.10") != std::string::npos);
  CHECK(newest_offer(listed({fresh}), "1.10.0", 0));
  fresh.major = bundle_major + 1;
  CHECK(newest_offer(listed({fresh}), "2", 0).failure().refusal == Refusal::Unsupported);
  fresh.major = bundle_major;
  fresh.minor = bundle_minor + 7;
  CHECK(newest_offer(listed({fresh}), "2", 0));
}

TEST_CASE("versions of programs are numbers, not words") {
  CHECK(*parse_program("0.10") > *parse_program("0.9.9"));
  CHECK(*parse_program("1") == *parse_program("1.0.0"));
  for (const char* wrong : {"", "1.", ".1", "1..2", "1.x", "-1", "1.2.3.4.5", "99999999999"})
    CHECK_MESSAGE(!parse_program(wrong), wrong);
}
