// 5.6.7: the search for a target, as a table of graphs.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/fixtures/kiosk_client.h"

using namespace content;

namespace {

struct Edge {
  std::string from, to;
  bool terminating = false;
  std::vector<std::string> paths{"*"};
};

struct Graph {
  const char* what;
  std::vector<Edge> edges;
  std::vector<std::string> visited;  // roles asked for, in this order
};

void build(SimulatedRepository& repository, const std::vector<Edge>& edges) {
  for (const auto& edge : edges) {
    if (edge.from != "targets")
      repository.delegated.try_emplace(
          edge.from, Targets{.version = 1, .expires = repository.targets.expires});
    repository.delegate(edge.from,
                        {.role = edge.to, .paths = edge.paths, .terminating = edge.terminating});
  }
  repository.publish();
}

std::vector<std::string> searched(const std::vector<Edge>& edges, const std::string& path) {
  SimulatedRepository repository;
  build(repository, edges);
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  repository.requests.clear();
  CHECK(kiosk.take(path).failure().refusal == Refusal::NotFound);
  std::vector<std::string> roles;
  for (const auto& request : repository.requests)
    roles.push_back(request.substr(2, request.size() - 2 - 5));
  return roles;
}

// Role a is damaged, role b behind it would have the target.
Refusal refused_after(void (*damage)(SimulatedRepository&)) {
  SimulatedRepository repository;
  build(repository, {{"targets", "a"}, {"targets", "b"}});
  repository.add_target("leaflet", "from b", "b");
  repository.publish();
  damage(repository);
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  const auto taken = kiosk.take("leaflet");
  REQUIRE_FALSE(taken);
  CHECK(kiosk.stored("a").empty());
  return taken.failure().refusal;
}

}  // namespace

TEST_CASE("delegations are searched in order, depth first, each role once") {
  const std::vector<Graph> graphs{
      {"two roles", {{"targets", "a"}, {"targets", "b"}}, {"a", "b"}},
      {"depth before breadth", {{"targets", "a"}, {"targets", "b"}, {"a", "c"}}, {"a", "c", "b"}},
      {"a diamond is visited once",
       {{"targets", "a"}, {"targets", "b"}, {"a", "c"}, {"b", "c"}},
       {"a", "c", "b"}},
      {"a circle ends",
       {{"targets", "a"}, {"a", "b"}, {"b", "a"}, {"targets", "c"}},
       {"a", "b", "c"}},
      {"itself", {{"targets", "a"}, {"a", "a"}, {"targets", "b"}}, {"a", "b"}},
      {"terminating ends what follows", {{"targets", "a", true}, {"targets", "b"}}, {"a"}},
      {"terminating below ends what follows above",
       {{"targets", "a"}, {"targets", "b"}, {"a", "c", true}, {"a", "d"}},
       {"a", "c"}},
      {"what lies below a terminating role is still searched",
       {{"targets", "a", true}, {"a", "b"}, {"b", "c"}, {"targets", "d"}},
       {"a", "b", "c"}},
      {"a terminating role that does not match ends nothing",
       {{"targets", "a", true, {"other"}}, {"targets", "b"}},
       {"b"}},
      {"matching happens at each step",
       {{"targets", "a", false, {"b*"}}, {"a", "c", false, {"x*"}}, {"targets", "d"}},
       {"a", "d"}},
      {"a terminating edge of a circle ends the search too",
       {{"targets", "a"}, {"a", "b"}, {"b", "a", true}, {"b", "c"}, {"targets", "d"}},
       {"a", "b"}},
  };
  for (const auto& graph : graphs) {
    INFO(graph.what);
    CHECK(searched(graph.edges, "bundle") == graph.visited);
  }
}

TEST_CASE("the first role that lists the path decides") {
  SimulatedRepository repository;
  build(repository, {{"targets", "a"}, {"targets", "b"}});
  repository.add_target("leaflet", "from b", "b");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(*kiosk.take("leaflet") == "from b");
  repository.add_target("leaflet", "from a", "a");
  ++repository.delegated["a"].version;
  repository.release();
  REQUIRE(kiosk.refresh());
  CHECK(*kiosk.take("leaflet") == "from a");
  repository.add_target("leaflet", "from targets");
  repository.release();
  REQUIRE(kiosk.refresh());
  CHECK(*kiosk.take("leaflet") == "from targets");
}

TEST_CASE("a delegated role is fetched once and only when a search comes by") {
  SimulatedRepository repository;
  build(repository, {{"targets", "a", false, {"in/*"}}});
  repository.add_target("in/x", "x", "a");
  repository.add_target("in/y", "y", "a");
  repository.add_target("out", "z");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  repository.requests.clear();
  CHECK(kiosk.take("out"));
  CHECK(repository.requests.size() == 1);
  CHECK(kiosk.take("in/x"));
  CHECK(kiosk.take("in/y"));
  CHECK(std::count(repository.requests.begin(), repository.requests.end(), "1.a.json") == 1);
}

TEST_CASE("a role is worth what the delegation says by which it was reached") {
  // GHSA-pwqf-9h7j-7mv8's younger sister: verified for one delegator, then trusted by name.
  SimulatedRepository repository;
  build(repository, {{"targets", "a", false, {"a/*"}}, {"targets", "b", false, {"b/*"}}});
  repository.delegate("a", {.role = "shared", .paths = {"*", "*/*"}});
  const PrivateKey& other = repository.make_key();
  repository.role("b").keys.emplace(other.public_key().id, other.public_key());
  repository.role("b").delegations.push_back(
      {.role = "shared", .keys = {{other.public_key().id}, 1}, .paths = {"*", "*/*"}});
  repository.add_target("a/x", "x", "shared");
  repository.add_target("b/x", "x", "shared");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(kiosk.take("a/x"));
  CHECK(kiosk.take("b/x").failure().refusal == Refusal::Untrusted);
}

TEST_CASE("anything wrong with a delegated role ends the search instead of going on elsewhere") {
  CHECK(refused_after([](SimulatedRepository& r) { r.files.erase("metadata/1.a.json"); }) ==
        Refusal::Unavailable);
  CHECK(refused_after([](SimulatedRepository& r) { r.metadata("a") += ' '; }) != Refusal::NotFound);
  CHECK(refused_after([](SimulatedRepository& r) { r.metadata("a").back() = ' '; }) ==
        Refusal::Untrusted);
  CHECK(refused_after([](SimulatedRepository& r) {
          r.snapshot.meta.erase("a");
          r.put_snapshot();
          r.put_timestamp();
        }) == Refusal::Untrusted);
  CHECK(refused_after([](SimulatedRepository& r) {
          r.role("a").expires = SimulatedRepository::now;
          r.publish();
        }) == Refusal::Expired);
  CHECK(refused_after([](SimulatedRepository& r) {
          r.signers["a"].clear();
          r.publish();
        }) == Refusal::Untrusted);
}

TEST_CASE("at most 32 roles are visited in one search") {
  std::vector<Edge> chain{{"targets", "r0"}};
  for (int i = 0; i < 40; ++i)
    chain.push_back({"r" + std::to_string(i), "r" + std::to_string(i + 1)});
  CHECK(searched(chain, "bundle").size() == 31);  // and "targets" itself
}

TEST_CASE("hash prefixes delegate as paths do") {
  SimulatedRepository repository;
  const std::string prefix = sha256_hex("bin/x").substr(0, 2);
  repository.delegate("targets", {.role = "bin", .path_hash_prefixes = {prefix}});
  repository.add_target("bin/x", "x", "bin");
  repository.publish();
  KioskClient kiosk(repository);
  REQUIRE(kiosk.refresh());
  CHECK(*kiosk.take("bin/x") == "x");
  repository.requests.clear();
  CHECK(kiosk.take("bin/other-than-x").failure().refusal == Refusal::NotFound);
}

TEST_CASE("names of roles are encoded in full, whatever they hold") {
  for (const char* name :
       {"..", ".", "../outside", "a/b", "?", "#x", "a b", "ä", "%2F", "/", "A"}) {
    SimulatedRepository repository;
    repository.delegate("targets", {.role = name, .paths = {"*"}});
    repository.add_target("leaflet", "text", name);
    repository.publish();
    KioskClient kiosk(repository);
    REQUIRE(kiosk.refresh());
    INFO(name);
    CHECK(kiosk.take("leaflet"));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(kiosk.metadata()))
      files += entry.path().extension() == ".json" ? 1 : 0;
    CHECK(files == 5);
  }
}
