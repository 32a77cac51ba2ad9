// The device's program dies, or its disk fails, at every single call that changes a file, on a real
// file system: afterwards the kiosk shows the old or the new edition, whole, and the next run
// works.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>

#include "tests/fixtures/repeated_device.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

class Importing final {
 public:
  Importing() {
    device.first = device.world.publish_on_stick("Herne eins");
    REQUIRE(device.world.import().status == 0);
    device.world.show();
    REQUIRE(device.world.run("confirm").status == 0);
    device.second = device.world.publish_on_stick("Herne zwei");
    device.keep();
  }
  // False: the program had ended before that call.
  bool import_with(const DiskFault& fault) {
    const fs::path mark = device.world.folder / "mark";
    fs::remove(mark);
    last = device.world.run_with(fault.environment(device.world.store, mark),
                                 "import '" + device.world.stick.string() + "'");
    return fs::exists(mark);
  }
  void says_what_it_is() const {
    INFO(last.err);
    CHECK(last.status >= 0);
    CHECK(last.status <= 13);
    CHECK(last.status != 1);
  }
  void works_afterwards() {
    CHECK(device.shown() == device.first);
    if (!device.remains_are_new())
      return;
    const auto clean = device.world.import();
    CHECK_MESSAGE(clean.status == 0, clean.err);
    device.world.show();
    CHECK(device.world.run("confirm").status == 0);
    CHECK(device.world.active() == device.second);
    CHECK(device.shown() == device.second);
  }

  RepeatedDevice device;
  DeviceRun last;
};

constexpr std::array<const char*, 3> errors{"enospc", "eio", "erofs"};

}  // namespace

TEST_SUITE("device/faults") {
  TEST_CASE("killed at any call, and once more at another one while recovering") {
    Importing kiosk;
    int call = 1;
    for (;; ++call) {
      CAPTURE(call);
      kiosk.device.again();
      if (!kiosk.import_with({.kind = "kill", .call = call}))
        break;
      CHECK(kiosk.last.status == 128 + 9);
      kiosk.import_with({.kind = "kill", .call = 1 + call * 7 % 31});
      kiosk.works_afterwards();
    }
    CHECK(kiosk.last.status == 0);
    CHECK(call > 30);
  }

  TEST_CASE("a disk that fails at any call, once or for good, is said and loses nothing") {
    Importing kiosk;
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
          if (!kiosk.import_with({kind, sticky, call}))
            break;
          kiosk.says_what_it_is();
          kiosk.works_afterwards();
        }
        CHECK(call > 30);
      }
  }

  TEST_CASE("a disk that fails once more, otherwise, while the first failure is mended") {
    Importing kiosk;
    for (std::size_t call = 1;; ++call) {
      CAPTURE(call);
      kiosk.device.again();
      if (!kiosk.import_with({errors.at(call % 3), false, static_cast<int>(call)}))
        break;
      kiosk.import_with({errors.at((call + 1) % 3), true, static_cast<int>(1 + call * 5 % 29)});
      kiosk.says_what_it_is();
      kiosk.works_afterwards();
    }
  }

  TEST_CASE("a stick pulled at each tenth of its edition, and at each file before it") {
    Importing kiosk;
    const DeviceWorld& world = kiosk.device.world;
    std::uintmax_t largest = 0;
    for (const auto& entry : fs::recursive_directory_iterator(world.stick / "targets"))
      if (entry.is_regular_file())
        largest = std::max(largest, entry.file_size());
    const fs::path mark = world.folder / "mark";
    int call = 1, pulled = 0;
    for (;; ++call) {
      CAPTURE(call);
      kiosk.device.again();
      fs::remove(mark);
      const auto run =
          world.run_with("FAULT_PIECE=" + std::to_string(largest / 10) + " " +
                             DiskFault{"eio", true, call}.environment(world.stick, mark),
                         "import '" + world.stick.string() + "'");
      if (!fs::exists(mark))
        break;
      INFO(run.err);
      if (run.status == 0)  // all of it had come
        continue;
      ++pulled;
      CHECK(run.status == 10);
      CHECK(run.err.find("cannot be reached or read (") != std::string::npos);
      CHECK(world.slip().why == Objection::Unreadable);
      kiosk.works_afterwards();
    }
    CHECK(pulled > 15);
    CHECK(pulled >= call - 2);
  }

  TEST_CASE("a disk that takes only half of a write, of one or of each, takes the rest later") {
    Importing kiosk;
    for (int call = 1;; ++call) {
      CAPTURE(call);
      kiosk.device.again();
      if (!kiosk.import_with({"short", call == 1, call}))
        break;
      CHECK(kiosk.last.status == 0);
      kiosk.works_afterwards();
    }
  }
}
