// wegweiser-device trust: the root is planted once, and replaced by nobody but a technician.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/fixtures/device_world.h"

namespace fs = std::filesystem;

TEST_SUITE("device/trust") {
  TEST_CASE("the root is planted byte for byte, and once more is no mistake") {
    DeviceWorld world;
    CHECK(contents_of(world.store / "trust" / "root.json") == world.repository.metadata("root"));
    const auto again = world.run("trust '" + (world.folder / "root.json").string() + "'");
    CHECK(again.status == 0);
    CHECK(again.out.find("root 1 is trusted, until ") == 0);
  }

  TEST_CASE("another root is refused without --replace, and taken with it") {
    DeviceWorld world;
    const SimulatedRepository other;
    const fs::path file = world.folder / "other.json";
    std::ofstream(file, std::ios::binary) << other.files.at(other.name_of("root"));
    const auto refused = world.run("--messages de trust '" + file.string() + "'");
    CHECK(refused.status == 4);
    CHECK(refused.err.find("hier gilt schon eine andere Wurzel") != std::string::npos);
    CHECK(contents_of(world.store / "trust" / "root.json") == world.repository.metadata("root"));
    CHECK(world.run("trust --replace '" + file.string() + "'").status == 0);
    CHECK(contents_of(world.store / "trust" / "root.json") == contents_of(file));
  }

  TEST_CASE("after a replaced root the old repository is not trusted any more, the new one is") {
    DeviceWorld world;
    world.publish("Herne eins");
    world.fill_stick();
    REQUIRE(world.run("import '" + world.stick.string() + "'").status == 0);
    world.show();
    DeviceWorld other;
    const std::string theirs = other.publish("Nachbarstadt");
    other.fill_stick();
    REQUIRE(world.run("import '" + other.stick.string() + "'").status == 5);
    REQUIRE(world.run("trust --replace '" + (other.folder / "root.json").string() + "'").status ==
            0);
    CHECK(world.run("import '" + world.stick.string() + "'").status == 5);
    CHECK(world.run("import '" + other.stick.string() + "'").status == 0);
    CHECK(world.slots().candidate->trial.bundle == theirs);
  }

  TEST_CASE("what is no root is not planted") {
    DeviceWorld world;
    fs::remove(world.store / "trust" / "root.json");
    std::ofstream(world.folder / "junk") << "{\"signed\":{}}";
    CHECK(world.run("trust '" + (world.folder / "junk").string() + "'").status == 5);
    CHECK(world.run("trust --replace '" + (world.folder / "junk").string() + "'").status == 5);
    CHECK(world.run("trust /nowhere/root.json").status == 10);
    std::ofstream(world.folder / "timestamp", std::ios::binary)
        << world.repository.metadata("timestamp");
    CHECK(world.run("trust '" + (world.folder / "timestamp").string() + "'").status == 5);
    CHECK_FALSE(fs::exists(world.store / "trust" / "root.json"));
  }
}
