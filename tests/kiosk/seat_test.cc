#include "kiosk/seat.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <future>
#include <vector>

#include "tests/fixtures/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

// /sys/class/drm and /dev of a machine.
struct Machine {
  void plug(const std::string& connector, const char* status, const char* modes) const {
    std::filesystem::create_directories(root / "drm" / connector);
    std::ofstream(root / "drm" / connector / "status") << status << "\n";
    std::ofstream(root / "drm" / connector / "modes") << modes;
  }
  void node(const char* name) const {
    std::filesystem::create_directories((root / name).parent_path());
    std::ofstream(root / name) << "";
  }
  Seat seat(Desk desk = Desk::None) {
    return {{.connectors = root / "drm",
             .devices = root.path(),
             .may = [this](const auto&, Opening) { return may; }},
            desk,
            [this](const std::string& code, const content::Sentence&) { log.push_back(code); }};
  }

  TemporaryFolder root;
  bool may = true;
  std::vector<std::string> log;
};

}  // namespace

TEST_SUITE("seat") {
  TEST_CASE("the card of the display is opened; what is missing is said once, each time it is so") {
    Machine machine;
    Seat seat = machine.seat();
    CHECK_FALSE(seat.look());
    machine.plug("card1-HDMI-A-1", "disconnected", "");
    CHECK_FALSE(seat.look());
    CHECK_FALSE(seat.look());
    machine.plug("card1-HDMI-A-1", "connected", "");
    CHECK_FALSE(seat.look());
    machine.plug("card1-HDMI-A-1", "connected", "1920x1080\n");
    CHECK(seat.look() == 1);
    machine.plug("card1-HDMI-A-1", "disconnected", "");
    CHECK_FALSE(seat.look());
    CHECK(machine.log == std::vector<std::string>{"W-41", "W-42", "W-43", "W-42"});
  }

  TEST_CASE("nodes that are closed to us are said before SDL takes the keyboard away") {
    Machine machine;
    machine.plug("card0-HDMI-A-1", "connected", "1920x1080\n");
    machine.node("dri/card0");
    machine.node("input/event0");
    machine.may = false;
    Seat seat = machine.seat();
    seat.look();
    CHECK(seat.hands_are_closed());
    CHECK(seat.hands_are_closed());
    CHECK(machine.log == std::vector<std::string>{"W-44", "W-45"});
    machine.may = true;
    CHECK(seat.look() == 0);
    CHECK_FALSE(seat.hands_are_closed());
  }

  TEST_CASE("a display that goes and comes is told, until somebody watches anew") {
    Machine machine;
    machine.plug("card0-HDMI-A-1", "connected", "1024x768\n");
    Seat seat = machine.seat();
    REQUIRE(seat.look() == 0);
    std::promise<void> told;
    seat.watch(1ms, [&] { told.set_value(); });
    CHECK_FALSE(seat.has_changed());
    machine.plug("card0-HDMI-A-1", "connected", "1920x1080\n");
    told.get_future().wait();
    CHECK(seat.has_changed());
    seat.watch_no_longer();
    CHECK_FALSE(seat.has_changed());
  }

  TEST_CASE("on a desk nothing is looked at") {
    Machine machine;
    machine.node("input/event0");
    machine.may = false;
    Seat seat = machine.seat(Desk::Some);
    CHECK_FALSE(seat.look());
    CHECK_FALSE(seat.hands_are_closed());
    seat.watch(1ms, [] {});
    CHECK_FALSE(seat.has_changed());
    CHECK(machine.log.empty());
  }

  TEST_CASE("what SDL goes by decides whether there is a desk") {
    const auto with = [](const char* driver, const char* display) {
      driver == nullptr ? unsetenv("SDL_VIDEODRIVER") : setenv("SDL_VIDEODRIVER", driver, 1);
      display == nullptr ? unsetenv("DISPLAY") : setenv("DISPLAY", display, 1);
      unsetenv("WAYLAND_DISPLAY");
      return desk_of_environment();
    };
    CHECK(with(nullptr, ":7") == Desk::Some);
    CHECK(with("kmsdrm", ":7") == Desk::None);
    CHECK(with("x11", nullptr) == Desk::Some);
    CHECK(with(nullptr, nullptr) == Desk::None);
  }
}
