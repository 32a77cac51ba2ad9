// A system update dies, or its disk fails, at every single call that changes a file: afterwards the
// machine starts the old system or the new one, whole, and the next run ends what this one began.
#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include "content-engine/bundle/sha256.h"
#include "tests/fixtures/repeated_device.h"
#include "tests/fixtures/two_roots.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

class Updating final {
 public:
  explicit Updating(TwoRoots::Firmware firmware) : kiosk(firmware) {
    kiosk.world.publish_on_stick("Herne eins");
    REQUIRE(kiosk.world.import().status == 0);
    kiosk.world.show();
    REQUIRE(kiosk.world.run("confirm").status == 0);
    kiosk.offer({.version = "0.2.0", .padding = 100'000});
    REQUIRE(kiosk.run("system install '" + kiosk.world.stick.string() + "'").status == 0);
    fs::copy(kiosk.machine, saved / "machine", copying);
  }
  void again() {
    fs::remove_all(kiosk.machine);
    fs::copy(saved / "machine", kiosk.machine, copying);
  }
  // False: the program had ended before that call.
  bool write_with(const DiskFault& fault) {
    const fs::path mark = kiosk.world.folder / "mark";
    fs::remove(mark);
    last = kiosk.run_with(fault.environment(kiosk.machine, mark), "system write");
    return fs::exists(mark);
  }
  // False for remains that were here before: what comes of them is known.
  bool remains_are_new() {
    std::set<std::string> entries;
    for (const char* place : {"boot", "dev/wegweiser", "var"})
      for (const auto& entry : fs::recursive_directory_iterator(kiosk.machine / place))
        entries.insert(entry.path().string() + (entry.is_regular_file()
                                                    ? sha256(contents_of(entry.path()))
                                                    : std::string()));
    std::string all;
    for (const std::string& entry : entries)
      all += entry + '\n';
    return remains.insert(std::move(all)).second;
  }
  void starts_and_ends_well() {
    if (!remains_are_new())
      return;
    const auto slot = kiosk.start();
    REQUIRE(slot);
    if (*slot == RootSlot::B) {
      CHECK(contents_of(kiosk.boot() / "b/linux") == "kernel 0.2.0");
    } else {
      CHECK(contents_of(kiosk.boot() / "a/linux") == "kernel 0.1.0");
      const auto clean = kiosk.run("system write");
      CHECK_MESSAGE(clean.status == 0, clean.err);
      REQUIRE_MESSAGE(kiosk.start() == RootSlot::B, clean.out);
    }
    const auto confirmed = kiosk.run("system confirm");
    CHECK_MESSAGE(confirmed.status == 0, confirmed.err);
    CHECK(kiosk.start() == RootSlot::B);
    CHECK(kiosk.run("system status").out == "system 0.2.0 for generic-amd64 runs (root b)\n");
  }

  static constexpr auto copying = fs::copy_options::recursive | fs::copy_options::copy_symlinks;
  TwoRoots kiosk;
  TemporaryFolder saved;
  std::set<std::string> remains;
  DeviceRun last;
};

void killed_while_written(TwoRoots::Firmware firmware) {
  Updating update(firmware);
  int call = 1;
  for (;; ++call) {
    CAPTURE(call);
    update.again();
    if (!update.write_with({.kind = "kill", .call = call}))
      break;
    update.starts_and_ends_well();
  }
  CHECK(update.last.status == 0);
  CHECK(call > 20);
}

}  // namespace

TEST_SUITE("device/system faults") {
  TEST_CASE("killed at any call while a system is written") {
    killed_while_written(TwoRoots::Firmware::Uefi);
  }

  TEST_CASE("a disk that fails at any call, once or for good, is said and loses nothing") {
    Updating update(TwoRoots::Firmware::Uefi);
    for (const bool sticky : {false, true}) {
      int call = 1;
      for (;; ++call) {
        CAPTURE(sticky);
        CAPTURE(call);
        update.again();
        if (!update.write_with({call % 2 == 0 ? "enospc" : "eio", sticky, call}))
          break;
        CHECK(update.last.status != 1);
        CHECK(update.last.status <= 13);
        if (!update.remains_are_new())
          continue;
        const auto slot = update.kiosk.start();
        REQUIRE(slot);
        if (*slot == RootSlot::A)
          CHECK(update.kiosk.run("system write").status == 0);
        CHECK(update.kiosk.start() == RootSlot::B);
      }
      CHECK(call > 20);
    }
  }

  TEST_CASE("killed at any call of the confirmation: the trial is confirmed or still one") {
    Updating update(TwoRoots::Firmware::Uefi);
    REQUIRE(update.kiosk.run("system write").status == 0);
    REQUIRE(update.kiosk.start() == RootSlot::B);
    fs::remove_all(update.saved / "machine");
    fs::copy(update.kiosk.machine, update.saved / "machine", Updating::copying);
    for (int call = 1;; ++call) {
      CAPTURE(call);
      update.again();
      const fs::path mark = update.kiosk.world.folder / "mark";
      fs::remove(mark);
      const DiskFault fault{.kind = "kill", .call = call};
      update.last =
          update.kiosk.run_with(fault.environment(update.kiosk.machine, mark), "system confirm");
      if (!fs::exists(mark))
        break;
      REQUIRE(update.kiosk.start() == RootSlot::B);
      CHECK(update.kiosk.run("system confirm").status == 0);
      CHECK(update.kiosk.chosen_entry() == "wegweiser-b.conf");
      CHECK(update.kiosk.run("system status").out ==
            "system 0.2.0 for generic-amd64 runs (root b)\n");
    }
  }

  TEST_CASE("on the Pi, killed at any call, it starts one of the two and ends with the new one") {
    killed_while_written(TwoRoots::Firmware::Pi);
  }
}
