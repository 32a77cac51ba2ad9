// What the boot partition's folder does to a kiosk at each start (libexec/wegweiser/settings).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/fixtures/child.h"
#include "tests/fixtures/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

// A boot partition's folder and a device's root, both empty.
class Device final {
 public:
  Device() {
    for (const char* name : {"from", "to/etc/wegweiser", "to/etc/systemd/network"})
      fs::create_directories(place_ / name);
  }

  void put(const std::string& name, const std::string& text) {
    std::ofstream(place_ / "from" / name, std::ios::binary) << text;
  }
  int start() {
    Child script({"sh", SOURCE_DIR "/board-support/image/root/usr/libexec/wegweiser/settings",
                  place_ / "from", place_ / "to"},
                 place_ / "said");
    return script.wait();
  }
  fs::path at(const std::string& name) const { return place_ / "to" / name; }
  std::string text(const std::string& name) const { return text_of(at(name)); }
  std::string said() const { return text_of(place_ / "said"); }

 private:
  static std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  }

  TemporaryFolder place_;
};

const std::string wireless = "etc/wpa_supplicant/wpa_supplicant-wlan0.conf";
constexpr fs::perms for_its_owner = fs::perms::owner_read | fs::perms::owner_write;

}  // namespace

TEST_CASE("what lies on the boot partition is the device's settings, what does not is left alone") {
  Device device;
  device.put("wegweiser.conf", "terminal = 7\n");
  CHECK(device.start() == 0);
  CHECK(device.text("etc/wegweiser/wegweiser.conf") == "terminal = 7\n");
  CHECK_FALSE(fs::exists(device.at(wireless)));
  CHECK_FALSE(fs::exists(device.at("root/.ssh")));
}

TEST_CASE("a network of the place holds whatever its name: before the shipped ones") {
  Device device;
  // The first file in the alphabet that fits a card is taken (systemd.network).
  for (const auto& shipped :
       fs::directory_iterator(SOURCE_DIR "/board-support/image/root/etc/systemd/network"))
    fs::copy_file(shipped.path(), device.at("etc/systemd/network") / shipped.path().filename());
  device.put("place.network", "[Match]\nType=ether\n");
  CHECK(device.start() == 0);
  std::string first = "~";
  for (const auto& file : fs::directory_iterator(device.at("etc/systemd/network")))
    if (file.path().extension() == ".network")
      first = std::min(first, file.path().filename().string());
  CHECK(device.text("etc/systemd/network/" + first) == "[Match]\nType=ether\n");
}

TEST_CASE("a wireless network's password is for root only, and Windows' line ends go") {
  Device device;
  device.put("wpa_supplicant.conf", "country=DE\r\nnetwork={\r\n  ssid=\"Rathaus\"\r\n}\r\n");
  CHECK(device.start() == 0);
  CHECK(device.text(wireless) == "country=DE\nnetwork={\n  ssid=\"Rathaus\"\n}\n");
  CHECK(fs::status(device.at(wireless)).permissions() == for_its_owner);
}

TEST_CASE("a wireless network without a country is refused, the other settings hold") {
  Device device;
  device.put("wegweiser.conf", "terminal = 7\n");
  for (const char* country : {"", "#country=DE\n", "country=\n", "country=DEU\n"}) {
    CAPTURE(country);
    device.put("wpa_supplicant.conf", std::string(country) + "network={\n  ssid=\"Rathaus\"\n}\n");
    CHECK(device.start() != 0);
    CHECK(device.said().find("country=DE") != std::string::npos);
    CHECK_FALSE(fs::exists(device.at(wireless)));
    CHECK(device.text("etc/wegweiser/wegweiser.conf") == "terminal = 7\n");
  }
}

TEST_CASE("the example on the card, filled in and renamed, is taken") {
  Device device;
  std::ifstream example(SOURCE_DIR "/board-support/image/wpa_supplicant.conf.example");
  std::ostringstream text;
  text << example.rdbuf();
  device.put("wpa_supplicant.conf.example", text.str());
  CHECK(device.start() == 0);
  CHECK_FALSE(fs::exists(device.at(wireless)));
  device.put("wpa_supplicant.conf", text.str());
  CHECK(device.start() == 0);
  CHECK(fs::exists(device.at(wireless)));
}
