#include "kiosk/platform/connectors.h"

#include <doctest/doctest.h>

#include <fstream>
#include <future>

#include "tests/fixtures/temporary_folder.h"

using kiosk::ChosenConnector;
using kiosk::Connector;
using namespace std::chrono_literals;

namespace {

void plant(const std::filesystem::path& drm, const std::string& connector, const char* status,
           const char* modes) {
  std::filesystem::create_directories(drm / connector);
  std::ofstream(drm / connector / "status") << status << "\n";
  std::ofstream(drm / connector / "modes") << modes;
}

Connector display(int card, const char* name, std::vector<std::string> modes) {
  return {card, name, true, std::move(modes)};
}

Connector off(int card, const char* name) {
  return {card, name, false, {}};
}

}  // namespace

TEST_SUITE("platform/connectors") {
  TEST_CASE("the kernel's connectors are read, by card and name") {
    const TemporaryFolder drm;
    plant(drm.path(), "card1-HDMI-A-2", "connected", "1920x1080\n1280x720\n");
    plant(drm.path(), "card1-HDMI-A-1", "disconnected", "");
    plant(drm.path(), "card0-DSI-1", "connected", "");
    plant(drm.path(), "card1-Writeback-1", "unknown", "");
    plant(drm.path(), "card1", "connected", "640x480\n");
    plant(drm.path(), "renderD128", "connected", "640x480\n");
    const auto all = kiosk::read_connectors(drm.path());
    CHECK(all == std::vector<Connector>{display(0, "DSI-1", {}), off(1, "HDMI-A-1"),
                                        display(1, "HDMI-A-2", {"1920x1080", "1280x720"})});
    CHECK(kiosk::read_connectors(drm / "nothing").empty());
  }

  TEST_CASE("the card follows from the connector that shows, whatever its number") {
    CHECK(kiosk::connector_to_show_on(
              {display(0, "DSI-1", {}), off(1, "HDMI-A-1"), display(2, "HDMI-A-1", {"800x480"})})
              ->card == 2);
    CHECK_FALSE(kiosk::connector_to_show_on({off(0, "HDMI-A-1"), display(0, "HDMI-A-2", {})}));
    CHECK_FALSE(kiosk::connector_to_show_on({}));
  }

  TEST_CASE("why there is no display is said with its remedy") {
    CHECK_FALSE(kiosk::why_no_display({display(0, "HDMI-A-1", {"1920x1080"})}));
    CHECK(kiosk::why_no_display({})->code == "W-41");
    const auto none = kiosk::why_no_display({off(0, "HDMI-A-1"), off(0, "HDMI-A-2")});
    CHECK(none->code == "W-42");
    CHECK(none->words.german.find("(HDMI-A-1, HDMI-A-2)") != std::string::npos);
    // Connected, but its EDID was never read.
    const auto mute = kiosk::why_no_display({off(0, "HDMI-A-1"), display(0, "HDMI-A-2", {})});
    CHECK(mute->code == "W-43");
    CHECK(mute->words.german.find("video=HDMI-A-2:1920x1080@60D") != std::string::npos);
    CHECK(mute->words.english.find("video=HDMI-A-2:1920x1080@60D") != std::string::npos);
  }

  TEST_CASE("a television that goes off and comes on is opened again, once") {
    const auto on = display(0, "HDMI-A-1", {"1920x1080", "1024x768"});
    ChosenConnector chosen(on);
    CHECK_FALSE(chosen.take({on}));
    CHECK_FALSE(chosen.take({off(0, "HDMI-A-1")}));
    CHECK_FALSE(chosen.take({display(0, "HDMI-A-1", {})}));  // connected, not yet with modes
    CHECK(chosen.take({on}));
    CHECK_FALSE(chosen.take({on}));
  }

  TEST_CASE("another preferred mode, another connector, another card: opened again") {
    const auto low = display(0, "HDMI-A-1", {"1024x768"});
    const auto high = display(0, "HDMI-A-1", {"1920x1080", "1024x768"});
    ChosenConnector chosen(low);
    CHECK(chosen.take({high}));
    CHECK_FALSE(chosen.take({display(0, "HDMI-A-1", {"1920x1080"})}));
    const auto second = display(0, "HDMI-A-2", {"1920x1080"});
    CHECK_FALSE(chosen.take({high, second}));  // one more is no change
    CHECK(chosen.take({off(0, "HDMI-A-1"), second}));
    CHECK(chosen.take({display(1, "HDMI-A-2", {"1920x1080"})}));
  }

  TEST_CASE("a screen that was open before the kernel named it stays open") {
    const auto on = display(0, "Virtual-1", {"1280x800"});
    ChosenConnector chosen(std::nullopt);
    CHECK_FALSE(chosen.take({on}));
    CHECK(chosen.take({display(0, "Virtual-1", {"1080x1920"})}));
  }

  TEST_CASE("the watch says what changed in the kernel's files, and ends when it is told") {
    const TemporaryFolder drm;
    plant(drm.path(), "card0-HDMI-A-1", "disconnected", "");
    std::promise<void> came;
    const kiosk::ConnectorWatch watch(drm.path(), display(0, "HDMI-A-1", {"1024x768"}), 1ms,
                                      [&] { came.set_value(); });
    plant(drm.path(), "card0-HDMI-A-1", "connected", "1920x1080\n");
    came.get_future().wait();
    const kiosk::ConnectorWatch patient(drm.path(), std::nullopt, 1h, [] {});
  }
}
