// The device's program dies, or its disk fails, at every single call that changes a file, on a real
// file system: afterwards the kiosk shows the old or the new edition, whole, and the next run
// works.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/store/names.h"
#include "content-engine/store/verdicts.h"
#include "tests/fixtures/device_world.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

// A device that shows the first edition and has the second one on its stick, again and again.
class Repeated final {
 public:
  Repeated() {
    first = world.publish_on_stick("Herne eins");
    REQUIRE(world.import().status == 0);
    world.show();
    REQUIRE(world.run("confirm").status == 0);
    second = world.publish_on_stick("Herne zwei");
    fs::copy(world.store, saved / "store", fs::copy_options::recursive);
    fs::copy(world.state, saved / "state", fs::copy_options::recursive);
  }
  void again() const {
    for (const auto& [place, name] :
         {std::pair{world.store, "store"}, std::pair{world.state, "state"}}) {
      fs::remove_all(place);
      fs::copy(saved / name, place, fs::copy_options::recursive);
    }
  }
  // False: the program had ended before that call.
  bool import_with_fault(int call, const std::string& kind, const std::string& sticky = {}) const {
    const fs::path mark = world.folder / "mark";
    fs::remove(mark);
    last = world.run_with(
        "LD_PRELOAD=" BINARY_DIR "/bin/faulty-disk.so FAULT_ROOT=" + world.store.string() +
            " FAULT_AT=" + std::to_string(call) + " FAULT_KIND=" + kind +
            " FAULT_STICKY=" + sticky + " FAULT_MARK=" + mark.string(),
        "import '" + world.stick.string() + "'");
    return fs::exists(mark);
  }
  // What a start of the kiosk would show, verified.
  std::string shown() const {
    const DiskFiles files;
    for (const Slot& slot : show_order(world.slots(), read_verdicts(files, world.state)))
      if (open_bundle(world.store / bundle_name(slot.trial.bundle), slot.trial.bundle))
        return slot.trial.bundle;
    return {};
  }
  void works_afterwards() const {
    CHECK(shown() == first);
    const auto clean = world.import();
    CHECK_MESSAGE(clean.status == 0, clean.err);
    world.show();
    CHECK(world.run("confirm").status == 0);
    CHECK(world.active() == second);
    CHECK(shown() == second);
  }

  DeviceWorld world;
  std::string first, second;
  mutable DeviceRun last;

 private:
  TemporaryFolder saved;
};

}  // namespace

TEST_SUITE("device/faults") {
  TEST_CASE("killed at any call, and once more at another one while recovering") {
    const Repeated device;
    int call = 1;
    for (;; ++call) {
      CAPTURE(call);
      device.again();
      if (!device.import_with_fault(call, "kill"))
        break;
      CHECK(device.last.status == 128 + 9);
      device.import_with_fault(1 + call * 7 % 31, "kill");
      device.works_afterwards();
    }
    CHECK(device.last.status == 0);
    CHECK(call > 30);
  }

  TEST_CASE("a disk that fails at any call, once or for good, is said and loses nothing") {
    const Repeated device;
    constexpr std::array<const char*, 3> kinds{"enospc", "eio", "erofs"};
    for (int call = 1;; ++call) {
      CAPTURE(call);
      const std::string kind = kinds.at(static_cast<std::size_t>(call) % kinds.size());
      const bool sticky = call / 3 % 2 == 0;
      device.again();
      if (!device.import_with_fault(call, kind, sticky ? "1" : ""))
        break;
      INFO(device.last.err);
      CHECK(device.last.status >= 0);
      CHECK(device.last.status <= 13);
      CHECK(device.last.status != 1);
      device.works_afterwards();
    }
  }

  TEST_CASE("a disk that takes only half of each write takes the other half later") {
    const Repeated device;
    device.again();
    REQUIRE(device.import_with_fault(1, "short", "1"));
    CHECK(device.last.status == 0);
    device.works_afterwards();
  }
}
