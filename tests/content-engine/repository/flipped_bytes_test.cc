// Every byte of every metadata file of a sample repository, flipped once.
#include <doctest/doctest.h>

#include "content-engine/trust/trusted_set.h"
#include "tests/fixtures/simulated_repository.h"

using namespace content;

namespace {

// Whether `bytes` in the role's place are accepted by a client that has come as far as `set`.
bool accepted(TrustedSet set, const std::string& role, const Targets* delegator,
              const std::string& bytes) {
  if (role == "root")
    return static_cast<bool>(set.update_root(bytes));
  if (role == "timestamp")
    return static_cast<bool>(set.update_timestamp(bytes));
  if (role == "snapshot")
    return static_cast<bool>(set.update_snapshot(bytes));
  return static_cast<bool>(set.verify_targets(role, delegator, bytes));
}

std::string signed_part(const std::string& file) {
  const auto json = parse_json(file);
  const Json* body = json ? json->member("signed") : nullptr;
  return body == nullptr ? std::string() : canonical(*body);
}

}  // namespace

TEST_CASE("a flipped byte never changes a signed part that is accepted") {
  SimulatedRepository repository;
  const std::string first_root = repository.metadata("root");
  repository.rotate("root");
  ++repository.root.version;
  repository.delegate("targets", {.role = "a", .paths = {"*"}});
  repository.add_target("bundle", "text", "a");
  repository.pinned = false;  // so that signatures alone stand against the flip
  repository.publish();
  auto set = TrustedSet::start(first_root, SimulatedRepository::now);
  std::size_t flips = 0, survived = 0;
  for (const char* role : {"root", "timestamp", "snapshot", "targets", "a"}) {
    const Targets* delegator = role == std::string("a") ? &repository.targets : nullptr;
    std::string bytes = repository.metadata(role);
    const std::string good_part = signed_part(bytes);
    REQUIRE(accepted(*set, role, delegator, bytes));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      const char good = bytes[at];
      bytes[at] = static_cast<char>(good ^ (1 << at % 8));
      ++flips;
      if (accepted(*set, role, delegator, bytes)) {
        ++survived;
        CHECK_MESSAGE(signed_part(bytes) == good_part, role << " byte " << at);
      }
      bytes[at] = good;
    }
    if (role == std::string("root"))
      REQUIRE(set->update_root(bytes));
    else if (role == std::string("timestamp"))
      REQUIRE(set->update_timestamp(bytes));
    else if (role == std::string("snapshot"))
      REQUIRE(set->update_snapshot(bytes));
  }
  CHECK(flips > 4000);
  CHECK(survived < flips / 4);  // white space, and the spelling of hexadecimal digits
}

TEST_CASE("where hashes are pinned, every flip is refused") {
  SimulatedRepository repository;
  repository.publish();
  auto start = TrustedSet::start(repository.metadata("root"), SimulatedRepository::now);
  REQUIRE(start->close_root());
  REQUIRE(start->update_timestamp(repository.metadata("timestamp")));
  std::string& bytes = repository.metadata("snapshot");
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    CHECK_FALSE(start->update_snapshot(bytes));
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
  }
  CHECK(start->update_snapshot(bytes));
}
