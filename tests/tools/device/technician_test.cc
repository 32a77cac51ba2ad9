// A technician's stick at the device: which passes open the service screens, and which do not.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "content-engine/repository/service_pass.h"
#include "content-engine/store/examination.h"
#include "content-engine/store/service_slip.h"
#include "tests/fixtures/device_world.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

std::int64_t today() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

ServicePass pass_for(const std::string& kiosk, const std::string& name = "stick-1") {
  return {.name = name,
          .kiosks = {kiosk},
          .from = today() - 86'400,
          .until = today() + 86'400,
          .secret = std::string(64, 'a')};
}

// A town that issues passes; its stick carries those that were put on it.
struct Lobby {
  DeviceWorld world;

  Lobby() {
    Delegation delegation{
        .role = "service", .keys = {}, .paths = {"service/*"}, .terminating = true};
    world.repository.delegate("targets", delegation);
    world.repository.role("service").expires = world.repository.targets.expires;
    world.publish("Herne eins");
  }
  void issue(const ServicePass& pass, const std::string& role = "service") {
    world.repository.role(role).targets[pass_path(pass.name)] = pass_target(pass);
    release_service();
  }
  void release_service() {
    world.repository.role("service").version += 1;
    world.repository.snapshot.meta["service"].version = world.repository.role("service").version;
    world.repository.release();
  }
  void put_on_stick(const ServicePass& pass) const { put_on_stick(pass, pass_bytes(pass)); }
  void put_on_stick(const ServicePass& pass, const std::string& bytes) const {
    fs::create_directories(world.stick / "targets/service");
    std::ofstream(world.stick / "targets/service" /
                      (sha256_hex(pass_bytes(pass)) + "." + pass.name + ".json"),
                  std::ios::binary)
        << bytes;
  }
  DeviceRun insert(const ServicePass& pass) const {
    world.fill_stick();
    put_on_stick(pass);
    return world.import();
  }
  Result<ServiceSlip> slip() const { return read_service_slip(DiskFiles(), world.exchange); }
  bool open() const { return static_cast<bool>(slip()); }
};

}  // namespace

TEST_SUITE("device/technician") {
  TEST_CASE("a pass for this kiosk opens the service screens, with its edition") {
    Lobby lobby;
    const ServicePass pass = pass_for("foyer-1");
    lobby.issue(pass);
    const auto run = lobby.insert(pass);
    CAPTURE(run.err);
    CHECK(run.status == 0);
    CHECK(run.out.find("technician's stick with the pass stick-1") != std::string::npos);
    REQUIRE(lobby.slip());
    CHECK(lobby.slip()->name == "stick-1");
    CHECK(lobby.slip()->until == pass.until);
    CHECK(lobby.world.slots().candidate);
  }

  TEST_CASE("a stick of the editors opens nothing and closes nothing") {
    Lobby lobby;
    const ServicePass pass = pass_for("foyer-1");
    lobby.issue(pass);
    lobby.world.fill_stick();
    CHECK(lobby.world.import().status == 0);
    CHECK_FALSE(lobby.open());
    lobby.insert(pass);
    CHECK(lobby.open());
    fs::remove_all(lobby.world.stick / "targets/service");
    lobby.world.import();
    CHECK(lobby.open());
  }

  TEST_CASE("for all kiosks, and for several") {
    Lobby lobby;
    ServicePass pass = pass_for("other");
    pass.kiosks.emplace_back("foyer-1");
    lobby.issue(pass);
    lobby.insert(pass);
    CHECK(lobby.open());
    ServicePass all = pass_for("x", "all");
    all.kiosks.clear();
    all.all_kiosks = true;
    lobby.issue(all);
    fs::remove(lobby.world.exchange / "service");
    lobby.insert(all);
    CHECK(lobby.open());
  }

  TEST_CASE("another kiosk's pass, and its words") {
    Lobby lobby;
    const ServicePass pass = pass_for("annex-2");
    lobby.issue(pass);
    const auto run = lobby.insert(pass);
    CHECK(run.err.find("is not for this kiosk (foyer-1)") != std::string::npos);
    CHECK_FALSE(lobby.open());
  }

  TEST_CASE("over, not begun, and by a clock that is believed or not") {
    Lobby lobby;
    ServicePass pass = pass_for("foyer-1");
    lobby.issue(pass);
    lobby.world.fill_stick();
    lobby.put_on_stick(pass);
    const std::string import = "import '" + lobby.world.stick.string() + "'";
    // Two days on it is over; the repository itself holds for twenty.
    CHECK(lobby.world.run_at("+2d", import).err.find("does not hold on this day") !=
          std::string::npos);
    CHECK_FALSE(lobby.open());
    // A lobby without a clock stays repairable: nothing says that it is over.
    CHECK(lobby.world.run_at("@1970-01-02 00:00:00", import).status == 0);
    CHECK(lobby.open());
    ServicePass later = pass_for("foyer-1", "later");
    later.from = today() + 3'600;
    lobby.issue(later);
    lobby.insert(later);
    CHECK_FALSE(lobby.open());
  }

  TEST_CASE("an unknown clock does not revive what is certainly over") {
    Lobby lobby;
    ServicePass pass = pass_for("foyer-1");
    pass.from = 1'000'000'000;
    pass.until = 1'010'000'000;  // before this program was built
    lobby.issue(pass);
    lobby.world.fill_stick();
    lobby.put_on_stick(pass);
    lobby.world.run_at("@1970-01-02 00:00:00", "import '" + lobby.world.stick.string() + "'");
    CHECK_FALSE(lobby.open());
  }

  TEST_CASE("withdrawn: the stick of then opens nothing at a kiosk that has heard of it") {
    Lobby lobby;
    const ServicePass pass = pass_for("foyer-1"), other = pass_for("foyer-1", "stick-2");
    lobby.issue(pass);
    lobby.issue(other);
    lobby.insert(pass);
    REQUIRE(lobby.open());
    const fs::path then = lobby.world.folder / "then";
    fs::copy(lobby.world.stick, then, fs::copy_options::recursive);
    // It hears of it by an editors' stick; the other pass goes on.
    lobby.world.repository.role("service").targets.erase(pass_path(pass.name));
    lobby.release_service();
    lobby.insert(other);
    CHECK(lobby.open());
    const auto replayed = lobby.world.run("import '" + then.string() + "'");
    CHECK(replayed.err.find("unknown here, or withdrawn") != std::string::npos);
    CHECK_FALSE(lobby.open());
  }

  TEST_CASE("a stick of last month opens a kiosk that has moved on since") {
    Lobby lobby;
    const ServicePass pass = pass_for("foyer-1");
    lobby.issue(pass);
    lobby.insert(pass);
    const fs::path then = lobby.world.folder / "then";
    fs::copy(lobby.world.stick, then, fs::copy_options::recursive);
    lobby.world.publish_on_stick("Herne zwei");
    REQUIRE(lobby.world.import().status == 0);
    fs::remove(lobby.world.exchange / "service");
    CHECK(lobby.world.run("import '" + then.string() + "'").status == 7);
    CHECK(lobby.open());
  }

  TEST_CASE("without the secret, which no server has, the metadata is no pass") {
    Lobby lobby;
    const ServicePass pass = pass_for("foyer-1");
    lobby.issue(pass);
    ServicePass guessed = pass;
    guessed.secret = std::string(64, 'b');
    lobby.world.fill_stick();
    lobby.put_on_stick(pass, pass_bytes(guessed));
    CHECK(lobby.world.import().err.find("unknown here") != std::string::npos);
    CHECK_FALSE(lobby.open());
    for (const auto& [name, bytes] : lobby.world.repository.files)
      CHECK(bytes.find(pass.secret) == std::string::npos);
  }

  TEST_CASE(
      "signed by a stranger, by another role, or listed where the delegation does not reach") {
    const ServicePass pass = pass_for("foyer-1");
    SUBCASE("a stranger's key signs the role") {
      Lobby lobby;
      lobby.world.repository.signers["service"] = {&lobby.world.repository.make_key()};
      lobby.issue(pass);
      CHECK(lobby.insert(pass).status == 0);
      CHECK_FALSE(lobby.open());
    }
    SUBCASE("another delegation lists it") {
      Lobby lobby;
      Delegation partner{.role = "partner", .keys = {}, .paths = {"service/*"}};
      lobby.world.repository.delegate("targets", partner);
      lobby.world.repository.role("partner").expires = lobby.world.repository.targets.expires;
      lobby.issue(pass, "partner");
      CHECK(lobby.insert(pass).status == 0);
      CHECK_FALSE(lobby.open());
    }
    SUBCASE("the editors' own role lists it") {
      Lobby lobby;
      lobby.world.repository.targets.targets[pass_path(pass.name)] = pass_target(pass);
      lobby.release_service();
      CHECK(lobby.insert(pass).status == 0);
      CHECK_FALSE(lobby.open());
    }
    SUBCASE("the role signs what it was not given") {
      Lobby lobby;
      lobby.world.repository.targets.delegations.front().paths = {"systems/*"};
      lobby.issue(pass);
      CHECK(lobby.insert(pass).status == 0);
      CHECK_FALSE(lobby.open());
    }
  }

  TEST_CASE("names that are ways, files that are large, links and folders open nothing") {
    Lobby lobby;
    ServicePass way = pass_for("foyer-1");
    way.name = "../../etc/stick";
    lobby.world.repository.role("service").targets["service/../../etc/stick.json"] =
        pass_target(way);
    ServicePass large = pass_for("foyer-1", "large");
    TargetFile file = pass_target(large);
    file.length = pass_limit + 1;
    lobby.world.repository.role("service").targets[pass_path("large")] = file;
    const ServicePass linked = pass_for("foyer-1", "linked"),
                      folder = pass_for("foyer-1", "folder");
    lobby.issue(linked);
    lobby.issue(folder);
    lobby.world.fill_stick();
    lobby.put_on_stick(large, pass_bytes(large) + std::string(pass_limit, ' '));
    const fs::path service = lobby.world.stick / "targets/service";
    std::ofstream(lobby.world.folder / "elsewhere") << pass_bytes(linked);
    fs::create_symlink(lobby.world.folder / "elsewhere",
                       service / (sha256_hex(pass_bytes(linked)) + ".linked.json"));
    fs::create_directory(service / (sha256_hex(pass_bytes(folder)) + ".folder.json"));
    CHECK(lobby.world.import().status == 0);
    CHECK_FALSE(lobby.open());
  }

  TEST_CASE("a town that delegates nothing and one whose list does not come get their edition") {
    Lobby lobby;
    lobby.issue(pass_for("foyer-1"));
    lobby.world.fill_stick();
    fs::remove(lobby.world.stick / lobby.world.repository.name_of("service"));
    CHECK(lobby.world.import().status == 0);
    CHECK(lobby.world.slots().candidate);
  }

  TEST_CASE("what the last self-test said goes onto a stick with the folder, and is told") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    fs::create_directory(world.stick / "wegweiser-report");
    std::ofstream(world.exchange / "selftest.json") << "{\"wegweiser_selftest\":1}";
    DiskFiles files;
    REQUIRE(write_wish(files, world.state, Wish::Report, 7));
    CHECK(world.import().status == 0);
    CHECK(contents_of(world.stick / "wegweiser-report/foyer-1.selftest.json") ==
          "{\"wegweiser_selftest\":1}");
    const auto told = read_report_slip(files, world.exchange);
    REQUIRE(told);
    CHECK(*told == ReportSlip{.done = true, .wish = 7});
  }
}
