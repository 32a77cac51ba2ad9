// 5.3: from root to root, and what becomes of the memory of rotated keys.
#include <doctest/doctest.h>

#include "tests/fixtures/kiosk_client.h"

using namespace content;

TEST_CASE("a kiosk walks through every root it missed, expired ones in the middle included") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  for (int rotation = 0; rotation < 6; ++rotation) {
    repository.rotate("root");
    ++repository.root.version;
    repository.root.expires.seconds =
        SimulatedRepository::now.seconds + (rotation == 3 ? -1 : 1000);
    repository.put_root();
  }
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.stored("root") == repository.metadata("root"));
  CHECK(kiosk.version("root") == 7);
}

TEST_CASE("a new root needs the signature of the old keys and of its own") {
  for (const char* missing : {"old", "own"}) {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    repository.rotate("root");
    ++repository.root.version;
    if (missing == std::string("old"))
      repository.old_root_signers.clear();
    else
      repository.signers["root"].clear();
    repository.publish();
    CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
    CHECK(kiosk.version("root") == 1);
    CHECK(kiosk.version("timestamp") == 0);
  }
}

TEST_CASE("a bad root ends the run and what was stored before it stays") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  repository.rotate("root");
  ++repository.root.version;
  repository.publish();
  const std::string second = repository.metadata("root");
  repository.rotate("root");
  repository.old_root_signers.clear();
  ++repository.root.version;
  repository.publish();
  CHECK_FALSE(kiosk.refresh());
  CHECK(kiosk.stored("root") == second);
  repository.files.erase("metadata/3.root.json");
  CHECK(kiosk.refresh());
}

TEST_CASE("the last root must not have expired; it stays stored") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  ++repository.root.version;
  repository.root.expires = SimulatedRepository::now;
  repository.publish();
  CHECK(kiosk.refresh().failure().refusal == Refusal::Expired);
  CHECK(kiosk.version("root") == 2);
  ++repository.root.version;
  repository.root.expires.seconds += 1;
  repository.publish();
  CHECK(kiosk.refresh());
}

TEST_CASE("root thresholds hold for both roots") {
  SimulatedRepository repository;
  repository.add_key("root", 2);
  repository.publish();
  KioskClient kiosk(repository);
  const auto both = repository.signers["root"];
  repository.signers["root"].pop_back();
  ++repository.root.version;
  repository.publish();
  CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
  repository.signers["root"] = both;
  repository.publish();
  CHECK(kiosk.refresh());
}

TEST_CASE("a top role's rotated key signs from the next root on, the old one no more") {
  for (const char* role : {"timestamp", "snapshot", "targets"}) {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    REQUIRE(kiosk.refresh());
    const PrivateKey* old = repository.rotate(role);
    const auto fresh = repository.signers[role];
    ++repository.root.version;
    repository.signers[role] = {old};
    repository.release();
    CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
    repository.signers[role] = fresh;
    repository.release();
    CHECK(kiosk.refresh());
  }
}

TEST_CASE("local files of rotated keys are not trusted any more, even unchanged ones") {
  for (const char* role : {"snapshot", "targets"}) {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    REQUIRE(kiosk.refresh());
    repository.rotate(role);
    ++repository.root.version;
    repository.put_root();
    CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
  }
}

TEST_CASE("fast-forwarded versions are recovered from by new keys in the root") {
  // What was stolen and used to name version 1000, and what is rotated then.
  struct Row {
    std::vector<std::string> rotated;
    bool forwarded_snapshot;
  };
  for (const Row& row :
       {Row{{"timestamp"}, false}, Row{{"timestamp", "snapshot"}, true}, Row{{"snapshot"}, true}}) {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    if (row.forwarded_snapshot)
      repository.snapshot.version = 1000;
    if (row.rotated.front() == "timestamp")
      repository.timestamp.version = 1000;
    repository.publish();
    REQUIRE(kiosk.refresh());

    repository.snapshot.version = 3;
    repository.timestamp.version = row.rotated.front() == "timestamp" ? 3 : 2;
    repository.publish();
    CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);

    for (const auto& role : row.rotated)
      repository.rotate(role);
    ++repository.root.version;
    repository.publish();
    REQUIRE(kiosk.refresh());
    CHECK(kiosk.version("snapshot") == 3);
  }
}

TEST_CASE("fast-forwarded targets are recovered from by new snapshot and timestamp keys") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  repository.targets.version = 1000;
  repository.release();
  REQUIRE(kiosk.refresh());
  repository.targets.version = 2;
  repository.release();
  CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);
  repository.rotate("snapshot");
  repository.rotate("timestamp");
  ++repository.root.version;
  repository.release();
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.version("targets") == repository.targets.version);
}

TEST_CASE("at most 256 new roots are followed in one refresh") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  while (repository.root.version < 260) {
    ++repository.root.version;
    repository.put_root();
  }
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.version("root") == 257);
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.version("root") == 260);
}
