#include "content-engine/repository/system_shelf.h"

#include <doctest/doctest.h>

#include "tests/fixtures/publishing_desk.h"

using namespace content;

namespace {

using Versions = std::vector<std::string>;

Result<Published> publish_system(PublishingDesk& desk, const std::string& version,
                                 int rollout = 100, const std::string& machine = "pc") {
  const auto packed = std::filesystem::path("/image-" + machine + version);
  // The image lies on the desk's disk before anything begins.
  if (!desk.files.read(packed, 100))
    REQUIRE(desk.files.write(packed, "packed " + version));
  desk.now.seconds += 60;
  auto publisher = desk.open();
  if (!publisher)
    return publisher.failure();
  return publisher->publish_system({packed, {machine, version}, {100, sha256_hex(version)}},
                                   {.now = desk.now, .shelf = {.rollout = rollout}},
                                   desk.signers(*publisher));
}

Versions versions(PublishingDesk& desk) {
  const auto publisher = desk.open();
  REQUIRE(publisher);
  Versions found;
  const auto systems = systems_of(publisher->catalogue().targets.targets, "pc");
  REQUIRE(systems);
  for (const auto& system : *systems)
    found.push_back(system.version);
  return found;
}

std::size_t systems_in(const MemoryFiles& files, const std::filesystem::path& folder) {
  const auto names = files.names(folder / "targets/systems");
  return names ? names->size() : 0;
}

}  // namespace

TEST_SUITE("repository/systems") {
  TEST_CASE("a newer system takes the older one's place, and editions stay as they were") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    REQUIRE(publish_system(desk, "0.1"));
    REQUIRE(publish_system(desk, "0.2"));
    CHECK(versions(desk) == Versions{"0.2"});
    REQUIRE(desk.publish(2));
    CHECK(versions(desk) == Versions{"0.2"});
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 2);
    REQUIRE(desk.publish(3));
    REQUIRE(desk.publish(4));
    // The file of the older one goes with the metadata that still named it.
    CHECK(systems_in(desk.files, desk.repository) == 1);
    CHECK(publish_system(desk, "0.2")->outcome == Outcome::NothingNew);
    CHECK(publish_system(desk, "0.1.9").failure().refusal == Refusal::RolledBack);
    REQUIRE(publish_system(desk, "0.1", 100, "pi"));
    CHECK(versions(desk) == Versions{"0.2"});
  }

  TEST_CASE("while one is out for some rings only, the one before stays for the others") {
    PublishingDesk desk;
    REQUIRE(publish_system(desk, "0.1"));
    REQUIRE(publish_system(desk, "0.2", 50));
    REQUIRE(publish_system(desk, "0.3", 10));
    CHECK(versions(desk) == Versions{"0.3", "0.2", "0.1"});
    REQUIRE(publish_system(desk, "0.3", 60));
    CHECK(versions(desk) == Versions{"0.3", "0.1"});
    REQUIRE(publish_system(desk, "0.3", 100));
    CHECK(versions(desk) == Versions{"0.3"});
  }

  TEST_CASE(
      "a stick carries systems only when it is asked to, and then the newest of each machine") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    REQUIRE(publish_system(desk, "0.1"));
    REQUIRE(publish_system(desk, "0.2", 50));
    REQUIRE(publish_system(desk, "0.1", 100, "pi"));
    const auto on_stick = PublishingDesk::stick / stick_folder_name;
    REQUIRE(desk.write_stick());
    CHECK(systems_in(desk.files, on_stick) == 0);
    desk.carry_systems = CarrySystems::Newest;
    REQUIRE(desk.write_stick());
    CHECK(systems_in(desk.files, on_stick) == 2);
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, on_stick, desk.now) == 1);
  }

  TEST_CASE("a stick of a repository that has a system and no edition") {
    PublishingDesk desk;
    REQUIRE(publish_system(desk, "0.1"));
    desk.carry_systems = CarrySystems::Newest;
    CHECK(desk.write_stick());
  }

  TEST_CASE("the power goes at any moment of a publication: the old system is there or the new") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    REQUIRE(publish_system(desk, "0.1"));
    std::mt19937 random(1);
    REQUIRE(desk.files.write("/image-pc0.2", "packed 0.2"));
    REQUIRE(desk.files.sync("/image-pc0.2"));
    REQUIRE(desk.files.sync_folder("/"));
    const auto before = desk.files;
    for (int call = 1;; ++call) {
      PublishingDesk cut = desk;
      cut.files = before;
      cut.files.cut_at(before.calls() + call);
      try {
        if (publish_system(cut, "0.2"))
          break;
      } catch (const PowerCut&) {
      }
      cut.files = cut.files.after_cut(Loss::Some, random);
      const auto left = versions(cut);
      const bool whole = left == Versions{"0.1"} || left == Versions{"0.2"};
      CHECK(whole);
      TakingKiosk kiosk(desk.roots);
      CHECK(*kiosk.take(cut.files, cut.repository, cut.now) == 1);
    }
  }
}
