// 5.4 to 5.6: versions never fall, expired metadata is not followed, hashes pin what they name.
#include <doctest/doctest.h>

#include "tests/fixtures/kiosk_client.h"

using namespace content;

namespace {

constexpr std::int64_t month = 30 * SimulatedRepository::day;

UtcTime later(std::int64_t seconds) {
  return {SimulatedRepository::now.seconds + seconds};
}

}  // namespace

TEST_CASE("a timestamp never goes back, and the same version changes nothing") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  repository.release();
  REQUIRE(kiosk.refresh());
  const std::string before = kiosk.stored("timestamp");
  repository.timestamp.version = 1;
  repository.put_timestamp();
  CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);
  repository.timestamp.version = 2;
  repository.timestamp.expires.seconds += 1;
  repository.put_timestamp();
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.stored("timestamp") == before);
}

TEST_CASE("a newer timestamp must not name an older snapshot") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  repository.release();
  REQUIRE(kiosk.refresh());
  repository.snapshot.version = 1;
  ++repository.timestamp.version;
  repository.publish();
  CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);
  CHECK(kiosk.version("timestamp") == 2);
}

TEST_CASE("a newer snapshot must list every role it listed, none older") {
  SimulatedRepository repository;
  repository.delegate("targets", {.role = "a", .paths = {"*"}});
  repository.release();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  SUBCASE("targets older") {
    repository.targets.version = 1;
  }
  SUBCASE("delegated role gone") {
    repository.snapshot.meta.erase("a");
  }
  SUBCASE("delegated role older") {
    repository.snapshot.meta["a"].version = 3;
    ++repository.snapshot.version;
    ++repository.timestamp.version;
    repository.put_snapshot();
    repository.put_timestamp();
    REQUIRE(kiosk.refresh());
    repository.snapshot.meta["a"].version = 2;
  }
  ++repository.snapshot.version;
  ++repository.timestamp.version;
  if (repository.targets.version == 1)
    repository.put_targets("targets");
  repository.put_snapshot();
  repository.put_timestamp();
  CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);
  CHECK(kiosk.version("snapshot") < repository.snapshot.version);
}

TEST_CASE(
    "the local snapshot guards against roll-back though its hash fits the timestamp no more") {
  SimulatedRepository repository;
  repository.targets.version = 5;
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  repository.targets.version = 4;
  ++repository.timestamp.version;
  repository.publish();  // the same snapshot version with other bytes
  CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);
}

TEST_CASE("versions inside must be the versions named outside") {
  for (const char* role : {"snapshot", "targets"}) {
    SimulatedRepository repository;
    repository.pinned = false;
    repository.publish();
    KioskClient kiosk(repository);
    const std::string older = repository.metadata(role);
    repository.release();
    repository.metadata(role) = older;
    CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
  }
}

TEST_CASE("each role's expiry ends trust in it at that very second") {
  for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
    SimulatedRepository repository;
    UtcTime& expires = role == std::string("root")        ? repository.root.expires
                       : role == std::string("timestamp") ? repository.timestamp.expires
                       : role == std::string("snapshot")  ? repository.snapshot.expires
                                                          : repository.targets.expires;
    expires = later(100);
    repository.publish();
    KioskClient kiosk(repository);
    INFO(role);
    CHECK(kiosk.refresh(later(100)).failure().refusal == Refusal::Expired);
    CHECK(kiosk.refresh(later(99)));
    CHECK(kiosk.refresh(later(100)).failure().refusal == Refusal::Expired);
    CHECK(kiosk.refresh(later(-10 * 365 * SimulatedRepository::day)));
  }
}

TEST_CASE("an expired timestamp still remembers the version that was seen") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  repository.timestamp.version = 4;
  repository.publish();
  REQUIRE(kiosk.refresh());
  repository.timestamp.version = 3;
  repository.timestamp.expires = later(3 * month);
  repository.publish();
  repository.root.expires = later(3 * month);
  ++repository.root.version;
  repository.publish();
  CHECK(kiosk.refresh(later(2 * month)).failure().refusal == Refusal::RolledBack);
}

TEST_CASE("what an expired set left behind does not block the next good one") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  repository.timestamp.version = 2;
  repository.timestamp.expires = later(-1);
  repository.publish();
  CHECK(kiosk.refresh().failure().refusal == Refusal::Expired);
  CHECK(kiosk.version("timestamp") == 0);
  repository.timestamp.expires = later(month);
  repository.publish();
  CHECK(kiosk.refresh());
}

TEST_CASE("hashes and lengths that the timestamp and the snapshot name are held") {
  for (const char* role : {"snapshot", "targets"})
    for (const char* wrong : {"hash", "length", "second hash"}) {
      SimulatedRepository repository;
      KioskClient kiosk(repository);
      MetaFile named{.version = 1,
                     .length = static_cast<std::int64_t>(repository.metadata(role).size()),
                     .hashes = {{"sha256", sha256_hex(repository.metadata(role))},
                                {"sha512", sha512_hex(repository.metadata(role))}}};
      const auto name_it = [&](const MetaFile& file) {
        if (role == std::string("snapshot")) {
          repository.timestamp.snapshot = file;
        } else {
          repository.snapshot.meta["targets"] = file;
          repository.put_snapshot();
          repository.put_timestamp();
        }
        repository.metadata("timestamp") =
            signed_file(body_of(repository.timestamp), repository.signers["timestamp"]);
      };
      MetaFile bad = named;
      if (wrong == std::string("hash"))
        bad.hashes["sha256"] = std::string(64, '0');
      else if (wrong == std::string("second hash"))
        bad.hashes["sha512"] = std::string(128, '0');
      else
        bad.length = *named.length - 1;
      name_it(bad);
      INFO(role << ", " << wrong);
      CHECK_FALSE(kiosk.refresh());
      repository.timestamp.version = 2;
      name_it(named);
      if (role == std::string("snapshot")) {
        CHECK(kiosk.refresh());
      }
    }
}

TEST_CASE("each role needs its threshold of different keys") {
  for (const char* role : {"timestamp", "snapshot", "targets"}) {
    SimulatedRepository repository;
    repository.add_key(role, 2);
    repository.publish();
    KioskClient kiosk(repository);
    const auto both = repository.signers[role];
    repository.signers[role] = {both[1]};
    repository.release();
    CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
    repository.signers[role] = {both[0], both[0], both[0]};
    repository.release();
    CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
    repository.signers[role] = {both[1], &repository.make_key(), both[0]};
    repository.release();
    CHECK(kiosk.refresh());
  }
}
