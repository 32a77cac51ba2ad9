// The attacks that TUF names (specification, section 1.5.2) against the whole program, by stick and
// by network: each ends with the status for its reason, and what was shown stays.
#include <doctest/doctest.h>

#include <functional>

#include "content-engine/repository/bundle_target.h"
#include "tests/fixtures/delivered_kiosk.h"
#include "tests/fixtures/device_world.h"

using namespace content;

namespace {

constexpr int untrusted = 5, expired = 6, older = 7, nothing_there = 11;

// `attack` changes a repository whose first edition is shown and whose second one is published.
void expect(int status, const std::function<void(DeviceWorld&)>& attack) {
  for (const bool web : {false, true}) {
    CAPTURE(web);
    DeviceWorld world;
    const std::string first = world.publish_on_stick("Herne eins");
    if (web)
      world.serve();
    REQUIRE(world.import().status == 0);
    world.show();
    REQUIRE(world.run("confirm").status == 0);
    world.publish("Herne zwei");
    attack(world);
    world.fill_stick();
    const auto run = web ? world.run("sync") : world.import();
    INFO(run.err);
    CHECK(run.status == status);
    CHECK(run.err.find(" (") != std::string::npos);  // the reason, with its particulars
    CHECK(world.active() == first);
    CHECK_FALSE(world.slots().candidate);
    CHECK(world.slip().state == DeliveryState::Refused);
  }
}

// The packed bytes that a client is given for the newest edition.
std::string& served(DeviceWorld& world) {
  std::string* found = nullptr;
  std::int64_t newest = 0;
  for (const auto& [path, file] : world.repository.targets.targets) {
    const auto target = parse_bundle_target(path, file);
    if ((*target)->sequence < newest)
      continue;
    newest = (*target)->sequence;
    found = &world.repository.files.at("targets/bundles/" + file.hashes.at("sha256") + "." +
                                       path.substr(path.find('/') + 1));
  }
  return *found;
}

}  // namespace

TEST_SUITE("device/attacks") {
  TEST_CASE("arbitrary installation") {
    expect(untrusted, [](DeviceWorld& world) {
      world.repository.signers["targets"] = {&world.repository.make_key()};
      world.repository.release();
    });
  }
  TEST_CASE("endless data") {
    expect(untrusted,
           [](DeviceWorld& world) { world.repository.metadata("timestamp").append(100'000, ' '); });
    expect(untrusted, [](DeviceWorld& world) { served(world).append(3'000'000, 'x'); });
  }
  TEST_CASE("extraneous dependencies") {
    expect(nothing_there, [](DeviceWorld& world) {
      world.repository.delegate("targets", {.role = "events", .paths = {"events/*"}});
      std::swap(world.repository.targets.targets, world.repository.delegated.at("events").targets);
      world.repository.release();
    });
  }
  TEST_CASE("fast-forward, and the way out by new keys") {
    for (const bool web : {false, true}) {
      CAPTURE(web);
      DeviceWorld world;
      if (web)
        world.serve();
      const auto take = [&] {
        world.repository.publish();
        world.fill_stick();
        return web ? world.run("sync") : world.import();
      };
      const std::string first = world.publish("Herne eins");
      world.repository.timestamp.version = INT64_MAX;
      REQUIRE(take().status == 0);
      world.repository.timestamp.version = 3;
      CHECK(take().status == older);
      world.repository.rotate("timestamp");
      ++world.repository.root.version;
      CHECK(take().status == 0);
      CHECK(world.slots().candidate->trial.bundle == first);
    }
  }
  TEST_CASE("indefinite freeze") {
    for (const bool web : {false, true}) {
      CAPTURE(web);
      DeviceWorld world;
      world.publish_on_stick("Herne eins");
      if (web)
        world.serve();
      const std::string words = web ? "sync" : "import '" + world.stick.string() + "'";
      REQUIRE(world.run(words).status == 0);
      const auto frozen = world.run_at("+21d", words);
      INFO(frozen.err);
      CHECK(frozen.status == expired);
      CHECK(frozen.err.find("or this device's clock is wrong") != std::string::npos);
      CHECK(world.slip().why == Objection::Expired);
      CHECK(world.slots().candidate);
    }
  }
  TEST_CASE("malicious mirror") {
    expect(nothing_there, [](DeviceWorld& world) { world.repository.files.clear(); });
    expect(untrusted, [](DeviceWorld& world) {
      for (auto& [name, bytes] : world.repository.files)
        bytes = "<html><h1>Please log in to the town hall's wireless network</h1></html>";
    });
  }
  TEST_CASE("mix and match") {
    expect(untrusted, [](DeviceWorld& world) {
      const std::string second = world.repository.metadata("targets");
      world.publish("Herne drei");
      world.repository.metadata("targets") = second;
    });
  }
  TEST_CASE("rollback") {
    expect(older, [](DeviceWorld& world) {
      world.repository.timestamp.version = 1;
      world.repository.publish();
    });
  }
  TEST_CASE("key compromise below the threshold") {
    expect(untrusted, [](DeviceWorld& world) {
      world.repository.add_key("targets", 2);
      world.repository.signers["targets"].pop_back();
      ++world.repository.root.version;
      world.repository.release();
    });
  }
  TEST_CASE("wrong software") {
    expect(untrusted, [](DeviceWorld& world) {
      std::string& bytes = served(world);
      bytes = std::string(bytes.size(), 'x');
    });
  }
}
