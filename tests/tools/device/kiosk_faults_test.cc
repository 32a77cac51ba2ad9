// The kiosk's half of an update, its own code in a process of its own: it dies, or the disk under
// its state fails, at every single call of a start and a trial. The next start shows the old or the
// new edition, whole, and the next sync and trial succeed.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>

#include "tests/fixtures/delivered_kiosk.h"
#include "tests/fixtures/repeated_device.h"
#include "tests/fixtures/whole_bundle.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

class Trying final {
 public:
  Trying() {
    device.first = publish("old", 1);
    REQUIRE(device.world.import().status == 0);
    device.world.show();
    device.second = publish("new", 2);
    REQUIRE(device.world.import().status == 0);
    REQUIRE(device.world.active() == device.first);
    device.keep();
  }
  DeviceRun run(const std::string& environment) const {
    return device.world.run_program(
        environment, BINARY_DIR "/bin/trying-kiosk '" + device.world.store.string() + "' '" +
                         device.world.state.string() + "' " BINARY_DIR "/share/wegweiser/fonts");
  }
  // One start and one trial; yields what they say, a line each.
  std::string start(const std::string& environment = {}) const {
    const DeviceRun run = this->run(environment);
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    return run.out;
  }
  // False: it had ended before that call.
  bool killed_at(int call) const {
    const fs::path mark = device.world.folder / "mark";
    fs::remove(mark);
    const DiskFault fault{.kind = "kill", .call = call};
    const DeviceRun run = this->run(fault.environment(device.world.state, mark));
    CHECK(run.status == (fs::exists(mark) ? 128 + 9 : 0));
    return fs::exists(mark);
  }
  // False: it had ended before that call.
  bool start_with(const DiskFault& fault) const {
    const fs::path mark = device.world.folder / "mark";
    fs::remove(mark);
    const std::string said = start(fault.environment(device.world.state, mark));
    CHECK((said.starts_with("old\n") || said.starts_with("new\n")));
    return fs::exists(mark);
  }
  void works_afterwards() {
    if (!device.remains_are_new())
      return;
    const std::string said = start();
    CHECK((said.starts_with("old\n") || said.starts_with("new\n")));
    const auto sync = device.world.import();
    CHECK_MESSAGE(sync.status == 0, sync.err);
    start();
    CHECK(device.world.import().status == 0);
    CHECK(device.world.active() == device.second);
    CHECK(start() == "new\n");
  }

  RepeatedDevice device;

 private:
  std::string publish(const std::string& name, std::int64_t sequence) {
    const auto hash = DeliveredKiosk::offer(device.world.repository, whole_bundle(name), sequence);
    device.world.repository.release();
    device.world.fill_stick();
    return hash;
  }
};

constexpr std::array<const char*, 3> errors{"enospc", "eio", "erofs"};

}  // namespace

TEST_SUITE("device/kiosk faults") {
  TEST_CASE("a start and a trial without a fault show the new one") {
    Trying kiosk;
    CHECK(kiosk.start() == "old\nshown\n");
    CHECK(kiosk.start() == "new\n");
    kiosk.works_afterwards();
  }

  TEST_CASE("the kiosk killed at any call, and once more while it starts again") {
    Trying kiosk;
    int call = 1;
    for (;; ++call) {
      CAPTURE(call);
      kiosk.device.again();
      if (!kiosk.killed_at(call))
        break;
      kiosk.works_afterwards();
      kiosk.device.again();
      kiosk.killed_at(call);
      kiosk.killed_at(1 + call * 3 % 7);
      kiosk.works_afterwards();
    }
    CHECK(call > 8);
  }

  TEST_CASE("a disk that fails the kiosk at any call, once or for good, loses nothing") {
    Trying kiosk;
    for (const char* kind : errors)
      for (const bool sticky : {false, true}) {
        if (sticky && kind != errors.front())
          continue;  // for good: one error only, for the time it takes
        int call = 1;
        for (;; ++call) {
          CAPTURE(kind);
          CAPTURE(sticky);
          CAPTURE(call);
          kiosk.device.again();
          if (!kiosk.start_with({kind, sticky, call}))
            break;
          kiosk.works_afterwards();
        }
        CHECK(call > 8);
      }
  }

  TEST_CASE("half a write, and a second failure after the first") {
    Trying kiosk;
    for (std::size_t call = 1;; ++call) {
      CAPTURE(call);
      kiosk.device.again();
      if (!kiosk.start_with({"short", false, static_cast<int>(call)}))
        break;
      kiosk.works_afterwards();
      kiosk.device.again();
      kiosk.start_with({errors.at(call % 3), true, static_cast<int>(call)});
      kiosk.start_with({errors.at((call + 1) % 3), false, static_cast<int>(1 + call * 3 % 7)});
      kiosk.works_afterwards();
    }
  }
}
