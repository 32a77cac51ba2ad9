// The technicians' screens in front of a real X server, on a kiosk that has neither bundle nor
// fonts: by the slip that a stick leaves, and by the corner and a PIN that the device's own program
// has made.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

#include "content-engine/store/service_slip.h"
#include "kiosk/widgets/theme.h"
#include "tests/fixtures/child.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/fixtures/x_screen.h"

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const std::string bin = BINARY_DIR "/bin/";
constexpr kiosk::Size size{1080, 1920};
constexpr auto patience = 30s;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Lobby {
  XScreen screen{size};
  TemporaryFolder folder;
  std::unique_ptr<Child> kiosk;

  Lobby() {
    for (const char* name : {"store", "state", "exchange"})
      fs::create_directory(folder / name);
    std::ofstream(folder / "pin") << "274951\n";
    fs::permissions(folder / "pin", fs::perms::owner_read | fs::perms::owner_write);
    const std::string line = folder / "line";
    REQUIRE(std::system((bin + "wegweiser-device pin --pin-file '" + (folder / "pin").string() +
                         "' >'" + line + "'")
                            .c_str()) == 0);
    REQUIRE(text_of(line).starts_with("service_pin = $argon2id$v=19$"));
    std::ofstream(folder / "wegweiser.conf")
        << "store = " << (folder / "store").string()
        << "\nkiosk_state = " << (folder / "state").string()
        << "\nexchange = " << (folder / "exchange").string()
        << "\nshipped = /nonexistent.bundle\nfonts = /nonexistent\n"
        << text_of(line);
    kiosk = std::make_unique<Child>(std::vector<std::string>{bin + "wegweiser-kiosk", "--settings",
                                                             (folder / "wegweiser.conf").string()},
                                    (folder / "kiosk.log").string());
  }
  void touch(int x, int y) {
    screen.press(x, y);
    screen.release();
  }
  // The head of every service screen is dark, the out-of-service screen's is not.
  bool shows_service() {
    return screen.pixel_becomes(540, 4, kiosk::palette(kiosk::Theme::Light).plinth, patience);
  }
  bool shows_out_of_service() {
    return screen.pixel_becomes(540, 4, kiosk::palette(kiosk::Theme::Light).paper, patience);
  }
};

}  // namespace

TEST_CASE(
    "a stick opens the service screens of a kiosk that is out of service, and its end ends them") {
  Lobby lobby;
  REQUIRE(lobby.shows_out_of_service());
  content::DiskFiles files;
  REQUIRE(content::write_service_slip(files, lobby.folder / "exchange",
                                      {.name = "stick-1", .until = 2'000'000'000, .since = 1}));
  CHECK(lobby.shows_service());
  REQUIRE(content::remove_service_slip(files, lobby.folder / "exchange"));
  CHECK(lobby.shows_out_of_service());
  CHECK(lobby.kiosk->end() == 0);
}

TEST_CASE("corner and PIN open them; nothing about the PIN is in the log") {
  Lobby lobby;
  REQUIRE(lobby.shows_out_of_service());
  lobby.screen.press(1070, 10);
  std::this_thread::sleep_for(5'300ms);  // the gesture itself
  lobby.screen.release();
  REQUIRE(lobby.shows_service());
  // Keys lie as service_view and its test have them: three columns below the field.
  const kiosk::Color dark = kiosk::palette(kiosk::Theme::Light).ink;
  int typed = 0;
  for (const char digit : std::string("274951")) {
    const int number = digit - '1';
    lobby.touch(207 + number % 3 * 334, 443 + number / 3 * 210);
    // Its disc is there before the next is typed.
    REQUIRE(lobby.screen.pixel_becomes(48 + 32 + 14 + typed * 52, 266, dark, patience));
    ++typed;
    std::this_thread::sleep_for(50ms);
  }
  lobby.touch(207 + 2 * 334, 443 + 3 * 210);
  // Behind it is the menu: its first key is white where the pad had the page's ground.
  const std::string log = lobby.folder / "kiosk.log";
  for (int i = 0; i < 100 && fs::exists(lobby.folder / "state/service-pin"); ++i)
    std::this_thread::sleep_for(100ms);
  CHECK_FALSE(fs::exists(lobby.folder / "state/service-pin"));  // right: the count is gone
  CHECK(lobby.shows_service());
  CHECK(lobby.kiosk->end() == 0);
  for (const char* word : {"274951", "argon2", "PIN", "pin"})
    CHECK_MESSAGE(text_of(log).find(word) == std::string::npos, word);
}
