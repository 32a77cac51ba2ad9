// wegweiser-device import, confirm and rollback: from a stick to the screen and back.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/fixtures/device_world.h"

using namespace content;
namespace fs = std::filesystem;

TEST_SUITE("device/import") {
  TEST_CASE("a stick's edition becomes candidate, is shown, and is confirmed") {
    DeviceWorld world;
    const std::string first = world.publish_on_stick("Herne eins");
    const auto run = world.import();
    CHECK(run.status == 0);
    CHECK(run.out.find("edition 2026-11-23 has arrived (") == 0);
    CHECK(run.err.empty());
    CHECK(world.slots().candidate->trial == Trial{first, 1});
    CHECK(world.slip().state == DeliveryState::Accepted);
    CHECK(world.slip().medium == Medium::Stick);
    CHECK(world.slip().edition == "2026-11-23");
    CHECK(world.run("confirm").out.find("waits for the kiosk to try it") != std::string::npos);
    world.show();
    CHECK(world.run("confirm").out.find("is the active one now") != std::string::npos);
    CHECK(world.active() == first);
    CHECK(world.run("confirm").out == "there is nothing to decide\n");
  }

  TEST_CASE("the same stick once more is no news and no mistake") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    REQUIRE(world.import().status == 0);
    CHECK(world.import("--json").out.find("\"already-here\"") != std::string::npos);
    world.show();
    const auto again = world.import("--json");
    CHECK(again.status == 0);
    const auto json = nlohmann::json::parse(again.out);
    CHECK(json["result"] == "already-shown");
    CHECK(json["settled"] == "promoted");
    CHECK(world.slip().state == DeliveryState::Newest);
  }

  TEST_CASE("an older stick is told that what is here is newer already, and changes nothing") {
    DeviceWorld world;
    const std::string first = world.publish_on_stick("Herne eins");
    const auto drawer = world.repository.files;
    world.publish_on_stick("Herne zwei");
    REQUIRE(world.import().status == 0);
    world.show();
    REQUIRE(world.run("confirm").status == 0);
    const std::string shown = world.active();
    world.repository.files = drawer;
    world.fill_stick();
    const auto old = world.import("--messages de");
    CHECK(old.status == 7);
    CHECK(old.err.find("Hier ist schon Neueres: Ausgabe 2026-11-23 bleibt") != std::string::npos);
    CHECK(world.slip().state == DeliveryState::Newest);
    CHECK(world.slip().why == Objection::None);
    const auto json = nlohmann::json::parse(world.import("--json").out);
    CHECK(json["result"] == "already-newer");
    CHECK(json["exit"] == 7);
    CHECK(world.active() == shown);
    CHECK(shown != first);
    CHECK_FALSE(world.slots().candidate);
  }

  TEST_CASE("back to the edition before, and forward again only when asked for") {
    DeviceWorld world;
    const std::string first = world.publish_on_stick("Herne eins");
    CHECK(world.run("rollback").status == 14);
    REQUIRE(world.import().status == 0);
    world.show();
    const std::string second = world.publish_on_stick("Herne zwei");
    REQUIRE(world.import().status == 0);
    world.show();
    // The verdict was not carried out yet: going back means back from what is on the screen.
    const auto back = world.run("--messages de rollback");
    CHECK(back.status == 0);
    CHECK(back.out.find("gilt wieder") != std::string::npos);
    CHECK(world.active() == first);
    const auto refused = world.import();
    CHECK(refused.status == 12);
    CHECK(refused.err.find("rolled-back") != std::string::npos);
    CHECK(world.slip().why == Objection::Refused);
    REQUIRE(world.import("--again").status == 0);
    CHECK(world.slots().candidate->trial == Trial{second, 2});
    world.show();
    REQUIRE(world.run("confirm").status == 0);
    CHECK(world.active() == second);
  }

  TEST_CASE("what the kiosk could not draw stays refused; a damaged card is no such verdict") {
    DeviceWorld world;
    const std::string first = world.publish_on_stick("Herne eins");
    REQUIRE(world.import().status == 0);
    SUBCASE("undrawable") {
      world.refuse(DropReason::Undrawable, "a page of ar is empty");
      const auto refused = world.import();
      CHECK(refused.status == 12);
      CHECK(refused.err.find("a page of ar is empty") != std::string::npos);
      CHECK_FALSE(world.slots().candidate);
    }
    SUBCASE("unreadable, although the bytes are right") {
      world.refuse(DropReason::Unreadable, "an index is broken");
      CHECK(world.import().status == 12);
    }
    SUBCASE("unreadable, because the bytes changed on the card") {
      std::ofstream(world.store / (first + ".bundle"), std::ios::binary | std::ios::app) << "x";
      world.refuse(DropReason::Unreadable, "not the hash");
      CHECK(world.import().status == 0);
      CHECK(world.slots().candidate->trial == Trial{first, 2});
      CHECK(fs::file_size(world.store / (first + ".bundle")) > 0);
      world.show();
      CHECK(world.run("confirm").status == 0);
      CHECK(world.active() == first);
    }
  }

  TEST_CASE("no stick, no repository on it, a repository in a folder of its own") {
    DeviceWorld world;
    world.publish("Herne eins");
    CHECK(world.run("import /nowhere").status == 10);
    CHECK(world.slip().why == Objection::Unreadable);
    const auto empty = world.import();
    CHECK(empty.status == 11);
    CHECK(empty.err.find("there is no edition for this kiosk") != std::string::npos);
    world.fill_stick();
    fs::create_directory(world.stick / "wegweiser");
    fs::rename(world.stick / "metadata", world.stick / "wegweiser" / "metadata");
    fs::rename(world.stick / "targets", world.stick / "wegweiser" / "targets");
    CHECK(world.import().status == 0);
  }

  TEST_CASE("a device that trusts nobody takes nothing, and says what is missing") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    fs::remove(world.store / "trust" / "root.json");
    const auto refused = world.import("--messages de");
    CHECK(refused.status == 4);
    CHECK(refused.err.find("wegweiser-device trust ROOT") != std::string::npos);
  }

  TEST_CASE("two programs never write one store") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    REQUIRE(world.import().status == 0);
    DiskFiles files;
    const auto held = files.lock(world.store / "lock", Locking::Exclusive);
    REQUIRE(held);
    for (const char* command : {"confirm", "rollback", "sync"})
      CHECK_MESSAGE(world.run(command).status == 13, command);
    CHECK(world.import().status == 13);
    CHECK(world.run("status").status == 0);
  }
}
