// What went wrong in other clients, each by its name.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/fixtures/kiosk_client.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

// A file whose body was changed by `edit` after signing was planned, signed by the role's keys.
template <typename Edit>
void put_edited(SimulatedRepository& repository, const std::string& role, Json body, Edit edit) {
  edit(*body.object());
  repository.metadata(role) = signed_file(body, repository.signers[role]);
}

Json::Object& member(Json::Object& object, const std::string& name) {
  return *object.at(name).object();
}

}  // namespace

TEST_CASE(
    "CVE-2020-6174, GHSA-pwqf-9h7j-7mv8, CVE-2020-15093, GHSA-5q2r-92f9-4m49: a signature "
    "given twice counts once") {
  SimulatedRepository repository;
  repository.add_key("timestamp", 2);
  repository.signers["timestamp"] = {repository.signers["timestamp"][0],
                                     repository.signers["timestamp"][0]};
  repository.publish();
  KioskClient kiosk(repository);
  CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
}

TEST_CASE("GMS-2022-4197: nor in the root's check of itself") {
  SimulatedRepository repository;
  repository.add_key("root", 2);
  repository.publish();
  KioskClient kiosk(repository);
  const auto both = repository.signers["root"];
  repository.signers["root"] = {both[0], both[0]};
  ++repository.root.version;
  repository.publish();
  CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
}

TEST_CASE("CVE-2026-6966: nor for delegated roles") {
  SimulatedRepository repository;
  const PrivateKey &one = repository.make_key(), &two = repository.make_key();
  repository.signers["a"] = {&one, &two};
  repository.delegate(
      "targets",
      {.role = "a", .keys = {{one.public_key().id, two.public_key().id}, 2}, .paths = {"*"}});
  repository.add_target("leaflet", "text", "a");
  repository.signers["a"] = {&one, &one};
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.take("leaflet").failure().refusal == Refusal::Untrusted);
}

TEST_CASE("go-tuf 369 and 733: one key under several ids counts once") {
  SimulatedRepository repository;
  const PrivateKey& key = *repository.signers["timestamp"].front();
  Json alias = key_object(key.public_key());
  alias.object()->emplace("keyid_hash_algorithms", Json::Array{"sha256"});
  const std::string second = key_id(alias);
  Json body = body_of(repository.root);
  member(*body.object(), "keys").emplace(second, alias);
  Json::Object& role = member(member(*body.object(), "roles"), "timestamp");
  role["keyids"] = Json::Array{key.public_key().id, second};
  role["threshold"] = std::int64_t{2};
  repository.metadata("root") = signed_file(body, repository.signers["root"]);
  KioskClient kiosk(repository);
  const Json timestamp = body_of(repository.timestamp);
  const Signature signature = key.sign(canonical(timestamp));
  const Signature both[] = {signature, {second, signature.value}};
  repository.metadata("timestamp") = metadata_file(timestamp, both);
  CHECK(kiosk.refresh().failure().refusal == Refusal::Untrusted);
}

TEST_CASE("CVE-2026-23992, GHSA-fphv-w9fq-2525: a threshold below one switches nothing off") {
  for (const std::int64_t threshold : {std::int64_t{0}, std::int64_t{-1}, INT64_MIN}) {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    ++repository.root.version;
    put_edited(repository, "root", body_of(repository.root), [&](Json::Object& body) {
      member(member(body, "roles"), "timestamp")["threshold"] = threshold;
    });
    CHECK(kiosk.refresh().failure().refusal == Refusal::Malformed);
    CHECK_FALSE(meets_threshold("x", {}, {}, {.keys = {}, .threshold = threshold}));
  }
}

TEST_CASE("CVE-2020-15163, GHSA-f8mr-jv2c-v8mg: a root that failed is not trusted in a later run") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  repository.rotate("root");
  repository.old_root_signers.clear();  // signed by nobody but itself
  ++repository.root.version;
  repository.publish();
  for (int run = 0; run < 3; ++run) {
    CHECK_FALSE(kiosk.refresh());
    CHECK(kiosk.version("root") == 1);
  }
}

TEST_CASE("CVE-2025-2885, GHSA-5vmp-m5v2-hx47: the next root's version is exactly the next") {
  for (const std::int64_t version : {1, 3, 1000}) {
    SimulatedRepository repository;
    KioskClient kiosk(repository);
    repository.root.version = version;
    repository.put_root();
    repository.files["metadata/2.root.json"] = repository.metadata("root");
    CHECK_FALSE(kiosk.refresh());
    CHECK(kiosk.stored("timestamp").empty());
  }
}

TEST_CASE(
    "CVE-2022-29173, GHSA-66x3-6cw3-v5gj: the memory against roll-back survives the process") {
  SimulatedRepository repository;
  const auto old = repository.files;
  KioskClient kiosk(repository);
  repository.release();
  REQUIRE(kiosk.refresh());
  repository.files = old;
  for (int run = 0; run < 2; ++run)
    CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);
  CHECK(kiosk.version("targets") == 2);
}

TEST_CASE("CVE-2025-2888: a refused timestamp is not kept and blocks nothing") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  repository.timestamp.version = 1000;
  const auto good = repository.signers["timestamp"];
  repository.signers["timestamp"] = {&repository.make_key()};
  repository.put_timestamp();
  CHECK_FALSE(kiosk.refresh());
  CHECK(kiosk.version("timestamp") == 1);
  repository.timestamp.version = 2;
  repository.signers["timestamp"] = good;
  repository.put_timestamp();
  CHECK(kiosk.refresh());
}

TEST_CASE("CVE-2025-2887: a delegated role that goes back is seen") {
  SimulatedRepository repository;
  repository.delegate("targets", {.role = "a", .paths = {"*"}});
  repository.role("a").version = 7;
  repository.release();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  repository.role("a").version = 6;
  repository.release();
  CHECK(kiosk.refresh().failure().refusal == Refusal::RolledBack);
}

TEST_CASE("CVE-2026-6967, rust-tuf 275: delegated roles get every check of the top role") {
  for (const char* wrong : {"expiry", "hash", "length", "version", "signature"}) {
    SimulatedRepository repository;
    repository.delegate("targets", {.role = "a", .paths = {"*"}});
    repository.add_target("leaflet", "text", "a");
    repository.publish();
    const std::string what = wrong;
    if (what == "expiry")
      repository.role("a").expires = SimulatedRepository::now;
    if (what == "signature")
      repository.signers["a"] = {&repository.make_key()};
    repository.put_targets("a");
    MetaFile& named = repository.snapshot.meta["a"];
    if (what == "hash")
      named.hashes["sha256"] = std::string(64, 'e');
    if (what == "length")
      named.length = *named.length + 1;
    if (what == "version") {
      named.version = 2;
      repository.files["metadata/2.a.json"] = repository.metadata("a");
    }
    repository.put_snapshot();
    repository.put_timestamp();
    KioskClient kiosk(repository);
    REQUIRE(kiosk.refresh());
    INFO(what);
    CHECK_FALSE(kiosk.take("leaflet"));
    CHECK(kiosk.stored("a").empty());
  }
}

TEST_CASE(
    "CVE-2025-2886, CVE-2024-47534, GHSA-4f8r-qqr9-fq8j: terminating ends the search, and the "
    "order of delegations holds") {
  SimulatedRepository repository;
  repository.delegate("targets", {.role = "z", .paths = {"leaflet"}, .terminating = true});
  repository.delegate("targets", {.role = "a", .paths = {"*"}});
  repository.add_target("leaflet", "from a", "a");
  repository.add_target("poster", "from a", "a");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.take("leaflet").failure().refusal == Refusal::NotFound);
  CHECK(kiosk.take("poster"));
}

TEST_CASE("GHSA-qp9x-wp8f-qgjj: patterns match bytes, per segment, everywhere alike") {
  CHECK_FALSE(matches_pattern("a/b", "*"));
  CHECK_FALSE(matches_pattern("A", "a"));
  CHECK_FALSE(matches_pattern("a\\b", "a/b"));
  CHECK(matches_pattern("a[b]", "a[b]"));
  CHECK_FALSE(matches_pattern("ab", "a[b]"));
}

TEST_CASE(
    "CVE-2021-41131, GHSA-wjw6-2cqr-j4qr, CVE-2021-41150: a role's name leads to no file "
    "outside") {
  SimulatedRepository repository;
  repository.delegate("targets", {.role = "../../../outside", .paths = {"*"}});
  repository.delegate("targets", {.role = "/tmp/absolute", .paths = {"*"}});
  repository.add_target("leaflet", "text", "/tmp/absolute");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.take("leaflet"));
  CHECK(fs::exists(kiosk.metadata() / "..%2F..%2F..%2Foutside.json"));
  CHECK(fs::exists(kiosk.metadata() / "%2Ftmp%2Fabsolute.json"));
  CHECK_FALSE(fs::exists("/tmp/absolute.json"));
}

TEST_CASE("CVE-2021-41149, CVE-2026-6968, GHSA-fcv2-xgw5-pqxf: nor does a target's path") {
  SimulatedRepository repository;
  const std::string absolute = (fs::temp_directory_path() / "wegweiser-outside").string();
  for (const std::string& path : {std::string("../outside"), absolute, std::string(".."),
                                  std::string("a/../../outside"), std::string("a//b")})
    repository.targets.targets[path] = SimulatedRepository::described("text");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  for (const auto& [path, file] : repository.targets.targets) {
    const auto slash = path.rfind('/') + 1;
    repository.files["targets/" + path.substr(0, slash) + file.hashes.begin()->second + "." +
                     path.substr(slash)] = "text";
    const auto taken = kiosk.take(path);
    CHECK_MESSAGE(taken, path);
  }
  for (const auto& entry : fs::recursive_directory_iterator(kiosk.targets().parent_path()))
    CHECK(entry.path().string().find("outside") == entry.path().string().rfind("outside"));
  CHECK_FALSE(fs::exists(absolute));
  CHECK_FALSE(fs::exists(kiosk.targets().parent_path() / "outside"));
  CHECK(std::distance(fs::directory_iterator(kiosk.targets()), fs::directory_iterator()) == 5);
}

TEST_CASE("CVE-2026-24686, GHSA-jqc5-w2xx-5vq4: the names of our own files are fixed") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kiosk.metadata()))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  CHECK(names ==
        std::vector<std::string>{"root.json", "snapshot.json", "targets.json", "timestamp.json"});
}

TEST_CASE("CVE-2020-6173: thousands of signatures are refused, not tried") {
  SimulatedRepository repository;
  repository.root.roles["timestamp"].threshold = 1;
  KioskClient kiosk(repository);
  const Json body = body_of(repository.timestamp);
  std::vector<Signature> many(257, Signature{std::string(64, 'a'), "00"});
  repository.metadata("timestamp") = metadata_file(body, many);
  const auto refused = kiosk.refresh();
  REQUIRE_FALSE(refused);
  CHECK((refused.failure().refusal == Refusal::Malformed ||
         refused.failure().refusal == Refusal::TooLarge));
}

TEST_CASE("sigstore 1091: a client whose timestamp is still good asks for news all the same") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  repository.release();
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.version("timestamp") == 2);
}

TEST_CASE("tough 426: what was signed is verified as it was written, not as we would write it") {
  SimulatedRepository repository;
  KioskClient kiosk(repository);
  ++repository.timestamp.version;
  put_edited(repository, "timestamp", body_of(repository.timestamp), [](Json::Object& body) {
    std::string expires = *body.at("expires").string();
    expires.insert(expires.size() - 1, ".123456");
    body["expires"] = expires;
    body["spec_version"] = "1.0.0";
    body["_comment"] = "written by another tool";
  });
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.version("timestamp") == 2);
}
