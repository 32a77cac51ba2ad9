// wegweiser-device pin: what it prints is a setting, and what everybody tries first is none.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "content-engine/store/pin_hash.h"
#include "tests/fixtures/device_world.h"

namespace fs = std::filesystem;

namespace {

DeviceRun made(const DeviceWorld& world, const std::string& pin, const std::string& more = {}) {
  const fs::path file = world.folder / "pin";
  std::ofstream(file) << pin << "\n";
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  return world.run("pin --pin-file '" + file.string() + "' " + more);
}

}  // namespace

TEST_SUITE("device/pin") {
  TEST_CASE("the line for the settings, another one each time, without the PIN") {
    const DeviceWorld world;
    const auto run = made(world, "274951");
    CHECK(run.status == 0);
    REQUIRE(run.out.starts_with("service_pin = $argon2id$"));
    const std::string hash = run.out.substr(14, run.out.size() - 15);
    CHECK(content::is_pin_hash(hash));
    CHECK(run.out.find("274951") == std::string::npos);
    CHECK(made(world, "274951").out != run.out);
    // The device's program knows the key, so that it finds typing errors and nothing else.
    world.set("service_pin", hash);
    CHECK(world.run("status").status != 3);
    CHECK(made(world, "274951", "--json").out.find("\"service_pin\"") != std::string::npos);
  }

  TEST_CASE("short, trivial and no digits: refused, and nothing is printed") {
    const DeviceWorld world;
    for (const char* pin : {"12345", "123456", "111111", "112112", "27495x", "1234567890123"}) {
      const auto run = made(world, pin);
      CAPTURE(pin);
      CHECK(run.status == 2);
      CHECK(run.out.empty());
      CHECK(run.err.find("6 to 12 digits") != std::string::npos);
    }
  }

  TEST_CASE("a file that others may read is no place for it, and a missing one is said") {
    const DeviceWorld world;
    std::ofstream(world.folder / "open") << "274951\n";
    fs::permissions(world.folder / "open", fs::perms::all);
    CHECK(world.run("pin --pin-file '" + (world.folder / "open").string() + "'").status == 2);
    CHECK(world.run("pin --pin-file /nonexistent").status == 2);
  }
}
