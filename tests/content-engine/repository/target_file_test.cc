// 5.7: one target onto the disk.
#include "content-engine/repository/target_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/fixtures/kiosk_client.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

struct Given {
  SimulatedRepository repository;
  KioskClient kiosk{repository};

  explicit Given(const std::string& bytes = "an edition") {
    repository.add_target("bundles/a", bytes);
    repository.release();
    REQUIRE(kiosk.refresh());
    repository.requests.clear();
  }
  std::string& served() {
    for (auto& [name, bytes] : repository.files)
      if (name.starts_with("targets/bundles/") && name != "targets/bundles/a")
        return bytes;
    throw std::logic_error("no target");
  }
  bool clean() const { return fs::is_empty(kiosk.targets()); }
};

}  // namespace

TEST_CASE("a target is fetched once; a file already right is not touched") {
  Given given;
  CHECK(*given.kiosk.take("bundles/a") == "an edition");
  const fs::path file = given.kiosk.targets() / "bundles%2Fa";
  const auto written = fs::last_write_time(file);
  CHECK(*given.kiosk.take("bundles/a") == "an edition");
  CHECK(given.repository.requests.size() == 1);
  CHECK(fs::last_write_time(file) == written);
}

TEST_CASE("a damaged copy on the disk is fetched again and replaced") {
  Given given;
  REQUIRE(given.kiosk.take("bundles/a"));
  std::ofstream(given.kiosk.targets() / "bundles%2Fa") << "an Edition";
  CHECK(*given.kiosk.take("bundles/a") == "an edition");
}

TEST_CASE("a new version takes the old one's place") {
  Given given;
  REQUIRE(given.kiosk.take("bundles/a"));
  given.repository.add_target("bundles/a", "the next edition");
  given.repository.release();
  REQUIRE(given.kiosk.refresh());
  CHECK(*given.kiosk.take("bundles/a") == "the next edition");
  CHECK(std::distance(fs::directory_iterator(given.kiosk.targets()), {}) == 1);
}

TEST_CASE("bytes that are not the signed ones leave nothing behind") {
  Given given;
  SUBCASE("other bytes") {
    given.served() = "AN EDITION";
  }
  SUBCASE("shorter") {
    given.served() = "an editio";
  }
  SUBCASE("empty") {
    given.served().clear();
  }
  const auto taken = given.kiosk.take("bundles/a");
  CHECK(taken.failure().refusal == Refusal::Untrusted);
  CHECK(given.clean());
  CHECK(std::distance(fs::directory_iterator(given.kiosk.targets().parent_path()), {}) == 2 + 1);
}

TEST_CASE("all hashes named must fit") {
  Given given;
  TargetFile target = SimulatedRepository::described("an edition");
  target.hashes["sha512"] = sha512_hex("an edition");
  MemoryTransport transport(given.repository, "targets/");
  REQUIRE(fetch_target(transport, "bundles/a", target, true, given.kiosk.targets(), {}));
  fs::remove(given.kiosk.targets() / "bundles%2Fa");
  target.hashes["sha512"] = sha512_hex("another");
  CHECK_FALSE(fetch_target(transport, "bundles/a", target, true, given.kiosk.targets(), {}));
  CHECK(given.clean());
}

TEST_CASE("what stands in the target's place is never written through") {
  Given given;
  const fs::path outside = given.kiosk.targets().parent_path() / "outside";
  std::ofstream(outside) << "precious";
  fs::create_symlink(outside, given.kiosk.targets() / "bundles%2Fa");
  CHECK(*given.kiosk.take("bundles/a") == "an edition");
  CHECK(fs::file_size(outside) == 8);
  CHECK_FALSE(fs::is_symlink(given.kiosk.targets() / "bundles%2Fa"));
}

TEST_CASE("names too long for a file and empty ones have a place all the same") {
  Given given;
  const std::string long_name = std::string(300, 'x') + "/ä";
  for (const std::string& name : {long_name, std::string()}) {
    given.repository.add_target(name, "text of " + std::to_string(name.size()));
    given.repository.release();
    REQUIRE(given.kiosk.refresh());
    CHECK(*given.kiosk.take(name) == "text of " + std::to_string(name.size()));
  }
}
