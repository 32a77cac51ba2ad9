// wegweiser-device system: from a stick to the second root, tried, kept or left.
#include <doctest/doctest.h>

#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "content-engine/repository/packing.h"
#include "content-engine/repository/system_image.h"
#include "tests/fixtures/two_roots.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

nlohmann::json status_of(const TwoRoots& kiosk) {
  const auto run = kiosk.run("--json system status");
  REQUIRE_MESSAGE(run.status == 0, run.err);
  return nlohmann::json::parse(run.out);
}

// An edition that the system under trial can read.
void with_content(TwoRoots& kiosk) {
  kiosk.world.publish_on_stick("Herne eins");
  REQUIRE(kiosk.world.import().status == 0);
  kiosk.world.show();
  REQUIRE(kiosk.world.run("confirm").status == 0);
}

}  // namespace

TEST_SUITE("device/system") {
  TEST_CASE("a system from a stick is written to the idle root, tried first, and kept") {
    TwoRoots kiosk;
    with_content(kiosk);
    kiosk.offer({.version = "0.2.0"});
    const auto fetched =
        kiosk.run("--messages de system install '" + kiosk.world.stick.string() + "'");
    CHECK_MESSAGE(fetched.status == 0, fetched.err);
    CHECK(fetched.out.find("System 0.2.0 liegt bereit") == 0);
    CHECK(status_of(kiosk)["ready"] == "0.2.0");
    const auto written = kiosk.run("system write");
    CHECK_MESSAGE(written.status == 0, written.err);
    CHECK(written.out == "system 0.2.0 is written and read back; the next start tries it\n");
    CHECK(kiosk.chosen_entry() == "wegweiser-b+3.conf");
    const std::string entry = contents_of(kiosk.boot() / "loader/entries/wegweiser-b+3.conf");
    CHECK(entry.find("\nversion 0.2.0\nsort-key wegweiser\nlinux /b/linux\ninitrd /b/initrd\n"
                     "options root=PARTUUID=1234-b wegweiser.slot=b ro quiet panic=10\n") !=
          std::string::npos);
    CHECK(contents_of(kiosk.boot() / "b/linux") == "kernel 0.2.0");
    CHECK(fs::exists(kiosk.boot() / "b/overlays/one.dtbo"));
    CHECK_FALSE(fs::exists(kiosk.boot() / "b.new"));
    CHECK(contents_of(kiosk.machine / "run/wegweiser-system/restart") == "\n");
    CHECK(status_of(kiosk)["written"]["version"] == "0.2.0");
    REQUIRE(kiosk.start() == RootSlot::B);
    CHECK(kiosk.chosen_entry() == "wegweiser-b+2-1.conf");
    CHECK(status_of(kiosk)["result"] == "trial");
    CHECK(kiosk.run("system write").out == "system 0.2.0 is still on trial itself\n");
    CHECK(kiosk.run("system confirm").out == "system 0.2.0 holds from now on\n");
    CHECK(kiosk.chosen_entry() == "wegweiser-b.conf");
    CHECK(status_of(kiosk)["result"] == "good");
    CHECK(kiosk.run("system confirm").out == "there is nothing to confirm\n");
    CHECK(kiosk.run("system give-up").out == "nothing runs on trial\n");
    REQUIRE(kiosk.start() == RootSlot::B);
    // And the next one goes to the root that is idle now.
    kiosk.offer({.version = "0.3"});
    const auto again = kiosk.install();
    CHECK_MESSAGE(again.status == 0, again.err);
    CHECK(kiosk.start() == RootSlot::A);
    CHECK(status_of(kiosk)["running"] == "0.3");
  }

  TEST_CASE("one that does not come up is left after three tries, and not taken again by itself") {
    TwoRoots kiosk;
    kiosk.offer({.version = "0.2.0"});
    REQUIRE(kiosk.install().status == 0);
    for (int attempt = 0; attempt < 3; ++attempt)
      CHECK(kiosk.start() == RootSlot::B);
    REQUIRE(kiosk.start() == RootSlot::A);
    CHECK(kiosk.run("system confirm").status == 0);
    CHECK(status_of(kiosk)["failed"]["version"] == "0.2.0");
    // What lies in the store still is not called ready: nobody will write it.
    CHECK(status_of(kiosk)["ready"].is_null());
    CHECK(status_of(kiosk)["result"] == "good");
    CHECK(kiosk.chosen_entry() == "wegweiser-a.conf");
    CHECK(kiosk.run("system write").out == "system 0.2.0 did not come up before\n");
    const auto refused = kiosk.run("system install '" + kiosk.world.stick.string() + "'");
    CHECK(refused.status == 12);
    CHECK(refused.err.find("--again") != std::string::npos);
    // The clock has gone back since: a new wish is a new one all the same.
    const fs::path memory = kiosk.machine / "var/lib/wegweiser/system/state";
    std::istringstream lines(contents_of(memory));
    std::string later;
    for (std::string line; std::getline(lines, line); later += line + '\n')
      if (line.starts_with("failed.wish = "))
        line = "failed.wish = " + std::to_string(std::time(nullptr) + 5'000);
    std::ofstream(memory) << later;
    REQUIRE(kiosk.run("system install --again '" + kiosk.world.stick.string() + "'").status == 0);
    CHECK(kiosk.run("system write").out.find("is written") != std::string::npos);
    for (int attempt = 0; attempt < 3; ++attempt)
      CHECK(kiosk.start() == RootSlot::B);
    REQUIRE(kiosk.start() == RootSlot::A);
    // The same wish is not carried out twice.
    CHECK(kiosk.run("system write").out == "system 0.2.0 did not come up before\n");
  }

  TEST_CASE("a trial that can read no edition is not confirmed, and is over when its time is") {
    TwoRoots kiosk;
    kiosk.world.set("shipped", "/nowhere/shipped.bundle");
    kiosk.offer({.version = "0.2.0"});
    REQUIRE(kiosk.install().status == 0);
    REQUIRE(kiosk.start() == RootSlot::B);
    const auto run = kiosk.run("system confirm");
    CHECK(run.status == 11);
    CHECK(run.err.find("can read no edition") != std::string::npos);
    CHECK(kiosk.run("system give-up").out == "system 0.2.0 did not come up: restart\n");
    CHECK(contents_of(kiosk.machine / "run/wegweiser-system/restart") == "\n");
  }

  TEST_CASE("the Pi starts once from the other folder, and keeps it when confirmed") {
    TwoRoots kiosk(TwoRoots::Firmware::Pi);
    with_content(kiosk);
    kiosk.offer({.version = "0.2.0"});
    REQUIRE(kiosk.install().status == 0);
    CHECK(contents_of(kiosk.boot() / "config.txt.good").find("os_prefix=a/") != std::string::npos);
    CHECK(contents_of(kiosk.boot() / "b/cmdline.txt") ==
          "root=PARTUUID=1234-b wegweiser.slot=b ro quiet panic=10 wegweiser.trial\n");
    SUBCASE("it comes up") {
      REQUIRE(kiosk.start() == RootSlot::B);
      CHECK(status_of(kiosk)["result"] == "trial");
      REQUIRE(kiosk.run("system confirm").status == 0);
      CHECK(contents_of(kiosk.boot() / "config.txt") ==
            "arm_64bit=1\n# 0.2.0\n[all]\nos_prefix=b/\n");
      for (const char* gone : {"config.txt.good", "trial.txt"})
        CHECK_FALSE(fs::exists(kiosk.boot() / gone));
      CHECK(contents_of(kiosk.boot() / "b/cmdline.txt").find("trial") == std::string::npos);
      CHECK(kiosk.start() == RootSlot::B);
    }
    SUBCASE("it does not") {
      REQUIRE(kiosk.start() == RootSlot::B);
      REQUIRE(kiosk.start() == RootSlot::A);
      REQUIRE(kiosk.run("system confirm").status == 0);
      CHECK(status_of(kiosk)["failed"]["version"] == "0.2.0");
      CHECK_FALSE(fs::exists(kiosk.boot() / "trial.txt"));
      CHECK(kiosk.run("system write").out == "system 0.2.0 did not come up before\n");
    }
  }

  TEST_CASE("another machine's, an older one and what runs already are not installed") {
    TwoRoots kiosk;
    kiosk.offer({.machine = "raspberry-pi", .version = "0.2.0"});
    CHECK(kiosk.install().status == 11);
    kiosk.offer({.version = "0.0.9"});
    CHECK(kiosk.install().status == 7);
    kiosk.offer({.version = "0.1.0"});
    const auto same = kiosk.run("system install '" + kiosk.world.stick.string() + "'");
    CHECK(same.status == 0);
    CHECK(same.out == "system 0.1.0 is the newest and runs\n");
    kiosk.offer({.version = "0.2.0"}, 0);
    CHECK(kiosk.run("system install '" + kiosk.world.stick.string() + "'").out ==
          "system 0.1.0 is the newest and runs\n");
    CHECK(kiosk.run("system write").out == "no system lies ready\n");
    CHECK(kiosk.chosen_entry() == "wegweiser-a.conf");
  }

  TEST_CASE("too large, without files to start from, not what was signed: the old one goes on") {
    TwoRoots kiosk;
    DeviceRun run;
    SUBCASE("too large for the partition") {
      kiosk.offer({.version = "0.2.0", .padding = 4'000'000});
      run = kiosk.install();
      CHECK(run.status == 9);
      CHECK(kiosk.partition(RootSlot::B).find_first_not_of('\0') == std::string::npos);
    }
    SUBCASE("no kernel") {
      kiosk.offer({.version = "0.2.0", .kernel = false});
      run = kiosk.install();
      CHECK(run.status == 5);
      CHECK(run.err.find("no files to start from") != std::string::npos);
    }
    SUBCASE("unpacks to something else") {
      SystemTarget target = kiosk.offer({.version = "0.2.0"});
      const std::string other = kiosk.image({.version = "0.2.0", .padding = 1000});
      kiosk.offer(target, other);
      run = kiosk.install();
      CHECK(run.status == 5);
    }
    SUBCASE("signed to be shorter than it is") {
      SystemTarget target = kiosk.offer({.version = "0.2.0"});
      target.length -= 4096;
      kiosk.offer(target, kiosk.image({.version = "0.2.0"}));
      run = kiosk.install();
      CHECK(run.status == 5);
    }
    SUBCASE("changed after it was fetched") {
      kiosk.offer({.version = "0.2.0"});
      REQUIRE(kiosk.run("system install '" + kiosk.world.stick.string() + "'").status == 0);
      for (const auto& file : fs::directory_iterator(kiosk.world.store / "system/packed"))
        std::ofstream(file.path(), std::ios::app) << "x";
      run = kiosk.run("system write");
      CHECK(run.status == 5);
      CHECK(kiosk.partition(RootSlot::B).find_first_not_of('\0') == std::string::npos);
    }
    SUBCASE("no second root") {
      kiosk.offer({.version = "0.2.0"});
      fs::remove(kiosk.machine / "dev/wegweiser/b");
      run = kiosk.install();
      CHECK(run.status == 11);
      CHECK(run.err.find("no second root") != std::string::npos);
    }
    CAPTURE(run.err);
    CHECK(run.status > 1);
    CHECK(kiosk.chosen_entry() == "wegweiser-a.conf");
    CHECK(kiosk.start() == RootSlot::A);
  }

  TEST_CASE("root trusts its own root, whatever lies in the store") {
    TwoRoots kiosk;
    kiosk.offer({.version = "0.2.0"});
    REQUIRE(kiosk.run("system install '" + kiosk.world.stick.string() + "'").status == 0);
    // Whoever has the device's user can lay down anything that he signs himself.
    TwoRoots stranger;
    stranger.offer({.version = "0.3.0"});
    REQUIRE(stranger.run("system install '" + stranger.world.stick.string() + "'").status == 0);
    fs::remove_all(kiosk.world.store / "system");
    fs::copy(stranger.world.store / "system", kiosk.world.store / "system",
             fs::copy_options::recursive);
    fs::copy_file(stranger.world.store / "trust/root.json", kiosk.world.store / "trust/root.json",
                  fs::copy_options::overwrite_existing);
    CHECK(kiosk.run("system write").status == 5);
    CHECK(kiosk.partition(RootSlot::B).find_first_not_of('\0') == std::string::npos);
  }

  TEST_CASE("by itself it fetches only where the settings say so, and installs only at night") {
    TwoRoots kiosk;
    with_content(kiosk);
    kiosk.offer({.version = "0.2.0"});
    kiosk.world.set("repository", kiosk.world.stick.string());
    REQUIRE(kiosk.run("sync").status == 0);
    CHECK(status_of(kiosk)["ready"].is_null());
    kiosk.world.set("system_updates", "yes");
    const auto synced = kiosk.run("sync");
    CHECK(synced.status == 0);
    CHECK_MESSAGE(synced.err.empty(), synced.err);
    CHECK(status_of(kiosk)["ready"] == "0.2.0");
    const std::time_t now = std::time(nullptr);
    const int hour = std::gmtime(&now)->tm_hour;
    const auto zone = [&](int wanted) {  // in which it is that hour
      const int west = (hour - wanted + 24) % 24;
      return "TZ=XXX" + std::to_string(west <= 12 ? west : west - 24);
    };
    CHECK(kiosk.run_with(zone(14), "system write").out ==
          "system 0.2.0 waits for the night (2 to 4 o'clock)\n");
    CHECK(kiosk.run_with(zone(2), "system write").out ==
          "system 0.2.0 is written and read back; the next start tries it\n");
    REQUIRE(kiosk.start() == RootSlot::B);
    REQUIRE(kiosk.run("system confirm").status == 0);
    REQUIRE(kiosk.run("sync").status == 0);
    CHECK_FALSE(fs::exists(kiosk.world.store / "system"));
  }

  TEST_CASE("a stick that carries a system is a technician's wish, one that only names it is not") {
    TwoRoots kiosk;
    with_content(kiosk);
    const SystemTarget system = kiosk.offer({.version = "0.2.0"});
    const std::string carrying = "import '" + kiosk.world.stick.string() + "'";
    SUBCASE("named only") {
      fs::remove_all(kiosk.world.stick / "targets/systems");
      const auto run = kiosk.run(carrying);
      CHECK(run.status == 0);
      CHECK_MESSAGE(run.err.empty(), run.err);
      CHECK(status_of(kiosk)["ready"].is_null());
    }
    SUBCASE("carried") {
      const auto run = kiosk.run(carrying);
      CHECK(run.status == 0);
      CHECK(run.out.find("system 0.2.0 lies ready") != std::string::npos);
      CHECK(kiosk.run_with("TZ=UTC", "system write").out.find("is written") != std::string::npos);
    }
  }

  TEST_CASE("a computer that was not made from an image is told so, and words it does not know") {
    const DeviceWorld world;
    const auto run =
        world.run("--messages de --system '" + world.folder.path().string() + "' system status");
    CHECK(run.status == 11);
    CHECK(run.err.find("nicht aus einem Abbild gemacht") != std::string::npos);
    CHECK(world.run("system dance").status == 2);
    CHECK(world.run("system status now").status == 2);
    CHECK(world.run("system").status == 2);
  }
}
