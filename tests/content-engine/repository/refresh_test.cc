// The client workflow from the outside: what is asked for, what is kept.
#include <doctest/doctest.h>

#include "content-engine/store/files.h"
#include "tests/fixtures/kiosk_client.h"

using namespace content;
using Requests = std::vector<std::string>;

TEST_CASE("a first refresh asks for the next root, timestamp, snapshot and targets, and no more") {
  SimulatedRepository repository;
  repository.delegate("targets", {.role = "a", .paths = {"*"}});
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(repository.requests ==
        Requests{"2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"});
}

TEST_CASE("a refresh with nothing new asks for the next root and the timestamp") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  repository.requests.clear();
  REQUIRE(kiosk.refresh());
  CHECK(repository.requests == Requests{"2.root.json", "timestamp.json"});
}

TEST_CASE("only what changed is fetched again") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  ++repository.snapshot.version;
  ++repository.timestamp.version;
  repository.publish();
  repository.requests.clear();
  REQUIRE(kiosk.refresh());
  CHECK(repository.requests == Requests{"2.root.json", "timestamp.json", "2.snapshot.json"});
}

TEST_CASE("stored bytes are the bytes received, white space included") {
  SimulatedRepository repository;
  repository.delegate("targets", {.role = "a/b", .paths = {"*"}});
  repository.add_target("leaflet", "text", "a/b");
  repository.pinned = false;
  repository.publish();
  for (auto& [name, bytes] : repository.files)
    if (name.ends_with(".json"))
      bytes += " \n";
  KioskClient kiosk(repository);
  repository.release();
  for (auto& [name, bytes] : repository.files)
    if (name.ends_with(".json"))
      bytes += "\t ";
  REQUIRE(kiosk.refresh());
  REQUIRE(kiosk.take("leaflet"));
  CHECK(kiosk.stored("timestamp") == repository.metadata("timestamp"));
  CHECK(kiosk.stored("snapshot") == repository.metadata("snapshot"));
  CHECK(kiosk.stored("targets") == repository.metadata("targets"));
  CHECK(kiosk.stored("a%2Fb") == repository.metadata("a/b"));
  CHECK(kiosk.stored("targets").ends_with("\t "));
}

TEST_CASE("flat repositories are read as well as consistent ones") {
  SimulatedRepository repository;
  repository.root.consistent_snapshot = false;
  repository.files.clear();
  repository.add_target("a/b.bundle", "an edition");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(*kiosk.take("a/b.bundle") == "an edition");
  CHECK(repository.requests ==
        Requests{"2.root.json", "timestamp.json", "snapshot.json", "targets.json", "a/b.bundle"});
}

TEST_CASE("a repository may begin and cease to be consistent with a new root") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  for (const bool consistent : {false, true}) {
    repository.root.consistent_snapshot = consistent;
    ++repository.root.version;
    repository.release();
    REQUIRE(kiosk.refresh());
    CHECK(kiosk.version("targets") == repository.targets.version);
  }
}

TEST_CASE("roles, keys and members nobody here knows are kept under the signature and ignored") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  ++repository.timestamp.version;
  Json body = body_of(repository.timestamp);
  body.object()->emplace("x-note", Json::Array{"Grüße", std::int64_t{7}, Json(), Json(true)});
  repository.metadata("timestamp") = signed_file(body, repository.signers["timestamp"]);
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.version("timestamp") == 2);

  ++repository.timestamp.version;
  body = body_of(repository.timestamp);
  body.object()->emplace("x-note", "signed");
  std::string file = signed_file(body, repository.signers["timestamp"]);
  file.replace(file.find("\"signed\"\n"), 8, "\"change\"");
  repository.metadata("timestamp") = file;
  CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
  CHECK(kiosk.version("timestamp") == 2);
}

TEST_CASE("metadata of each scheme is trusted") {
  for (const KeyScheme scheme : {KeyScheme::EcdsaP256Sha256, KeyScheme::RsaPssSha256}) {
    SimulatedRepository repository;
    const PrivateKey& key = repository.make_key(scheme);
    repository.root.keys.emplace(key.public_key().id, key.public_key());
    for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
      repository.root.roles[role] = {{key.public_key().id}, 1};
      repository.signers[role] = {&key};
    }
    repository.publish();
    KioskClient kiosk(repository);
    CHECK(kiosk.refresh());
  }
}

TEST_CASE("after a failure the next refresh goes on from what was right") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  for (const char* broken : {"timestamp", "snapshot", "targets"}) {
    repository.release();
    const std::string good = repository.metadata(broken);
    const std::string before = kiosk.stored(broken);
    for (const std::string& bad :
         {std::string(), good.substr(0, good.size() / 2), std::string("null"), good + "x"}) {
      repository.metadata(broken) = bad;
      CHECK_FALSE(kiosk.refresh());
      CHECK(kiosk.stored(broken) == before);
    }
    repository.files.erase(repository.name_of(broken));
    CHECK_FALSE(kiosk.refresh());
    repository.metadata(broken) = good;
    REQUIRE(kiosk.refresh());
    CHECK(kiosk.stored(broken) == good);
  }
}

TEST_CASE("a damaged or foreign file on the kiosk's own disk is fetched anew") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  for (const char* name : {"timestamp", "snapshot", "targets"})
    for (const std::string& bad : {std::string(), std::string("{}"), std::string(3'000'000, ' ')}) {
      REQUIRE(write_file(kiosk.metadata() / (std::string(name) + ".json"), bad));
      REQUIRE(kiosk.refresh());
      CHECK(kiosk.stored(name) == repository.metadata(name));
    }
}

TEST_CASE("a root is planted once and replaced by nobody but a technician") {
  SimulatedRepository repository, other;
  KioskClient kiosk(repository);
  const UpdaterPaths paths{kiosk.metadata()};
  CHECK(Updater::trust_root(paths, repository.metadata("root")));
  CHECK(Updater::trust_root(paths, other.metadata("root")).failure().refusal == Refusal::Invalid);
  CHECK(kiosk.stored("root") == repository.metadata("root"));
  const TemporaryFolder fresh;
  CHECK_FALSE(Updater::trust_root({fresh.path()}, "{}"));
  CHECK(std::filesystem::is_empty(fresh.path()));
}

TEST_CASE("without a planted root nothing is asked for") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  std::filesystem::remove(kiosk.metadata() / "root.json");
  CHECK(kiosk.refresh().failure().refusal == Refusal::NotFound);
  CHECK(repository.requests.empty());
}
