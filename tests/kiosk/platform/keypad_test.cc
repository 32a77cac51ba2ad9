#include "kiosk/platform/keypad.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "tests/fixtures/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

const UsbDevice storm{0x2047, 0x09d0, "AudioNav"};
const char* const two_keypads =
    "[2047:09d0]\nF13 = up\n0x69 = down\n\n# any other\n[*]\nF13 = help\nF15 = jack_in\n";

void plug_in(const std::filesystem::path& folder, const char* event, const char* vendor,
             const char* product) {
  std::filesystem::create_directories(folder / event / "device" / "id");
  std::ofstream(folder / event / "device" / "id" / "vendor") << vendor << "\n";
  std::ofstream(folder / event / "device" / "id" / "product") << product << "\n";
  std::ofstream(folder / event / "device" / "name") << "AudioNav\n";
}

SDL_Event struck(SDL_Scancode code, Uint8 repeat = 0) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.scancode = code;
  event.key.repeat = repeat;
  return event;
}

SDL_Event letters(const char* text) {
  SDL_Event event{};
  event.type = SDL_TEXTINPUT;
  SDL_strlcpy(static_cast<char*>(event.text.text), text, sizeof event.text.text);
  return event;
}

}  // namespace

TEST_SUITE("platform/keypad") {
  TEST_CASE("the shipped file gives each of F13 to F24 a meaning of its own") {
    const auto reading = read_keypads(SOURCE_DIR "/board-support/keypads.conf");
    CHECK(reading.findings.empty());
    REQUIRE(reading.keypads.size() == 1);
    CHECK_FALSE(reading.keypads[0].device);
    std::set<EventKind> meanings;
    for (int code = SDL_SCANCODE_F13; code <= SDL_SCANCODE_F24; ++code) {
      REQUIRE(reading.keypads[0].keys.contains(code));
      meanings.insert(reading.keypads[0].keys.at(code));
    }
    CHECK(meanings.size() == 12);
  }

  TEST_CASE("keys are named or numbered, for one keypad or for any") {
    const auto reading = parse_keypads(two_keypads, "keypads.conf");
    CHECK(reading.findings.empty());
    REQUIRE(reading.keypads.size() == 2);
    CHECK(reading.keypads[0].device->product == 0x09d0);
    CHECK(reading.keypads[0].keys ==
          std::map<int, EventKind>{{0x68, EventKind::FocusUp}, {0x69, EventKind::FocusDown}});
  }

  TEST_CASE("each wrong line is named and left out, the others hold") {
    const auto reading = parse_keypads(
        "F13 = up\n[20470:1]\n[*]\nF13 = sing\nF99 = up\nF14\n0xffff = up\nF15 = back\n", "k");
    std::vector<int> lines;
    for (const auto& finding : reading.findings)
      lines.push_back(finding.line);
    CHECK(lines == std::vector<int>{1, 2, 4, 5, 6, 7});
    REQUIRE(reading.keypads.size() == 1);
    CHECK(reading.keypads[0].keys.size() == 1);
    CHECK(read_keypads("/nonexistent/keypads.conf").findings.size() == 1);
  }

  TEST_CASE("the plugged-in keypad's part holds; unplugged, the part for any does [R35]") {
    bool plugged = false;
    Keypad keypad(parse_keypads(two_keypads, "k").keypads,
                  [&] { return plugged ? std::vector{storm} : std::vector<UsbDevice>{}; });
    CHECK(keypad.meaning(SDL_SCANCODE_F13, 0s) == EventKind::Help);
    plugged = true;
    CHECK(keypad.meaning(SDL_SCANCODE_F13, 3s) == EventKind::FocusUp);
    CHECK_FALSE(keypad.meaning(SDL_SCANCODE_F15, 4s));  // this keypad has no such key
    plugged = false;
    CHECK(keypad.meaning(SDL_SCANCODE_F15, 7s) == EventKind::JackIn);
    CHECK_FALSE(keypad.meaning(SDL_SCANCODE_F20, 8s));
    CHECK_FALSE(keypad.meaning(SDL_SCANCODE_A, 9s));
  }

  TEST_CASE("what is plugged in is read from the system") {
    const TemporaryFolder folder;
    plug_in(folder.path(), "event3", "2047", "09d0");
    plug_in(folder.path(), "mouse0", "046d", "c077");
    std::filesystem::create_directories(folder.path() / "event0");
    CHECK(connected_devices(folder.path()) == std::vector{storm});
    CHECK(connected_devices("/nonexistent").empty());
  }

  TEST_CASE("twelve codes arrive as what they mean; a held key is struck once") {
    const auto file = read_keypads(SOURCE_DIR "/board-support/keypads.conf");
    Keypad keypad(file.keypads, [] { return std::vector<UsbDevice>{}; });
    Input input({100, 100}, Rotation::None, [&](int code) { return keypad.meaning(code, 0s); });
    CHECK(input.translate(struck(SDL_SCANCODE_F19), 0ms) == Event{EventKind::Activate});
    for (int tick = 0; tick < 150; ++tick)
      CHECK_FALSE(input.translate(struck(SDL_SCANCODE_F19, 1), 500ms + tick * 33ms));
    CHECK(input.translate(struck(SDL_SCANCODE_F16), 6s) == Event{EventKind::JackOut});
    CHECK(input.translate(struck(SDL_SCANCODE_F24), 6s) == Event{EventKind::Repeat});
  }

  TEST_CASE("letters come as text, a held letter once, the space bar as itself") {
    Input input({100, 100}, Rotation::None);
    CHECK_FALSE(input.translate(struck(SDL_SCANCODE_W), 0ms));
    CHECK(input.translate(letters("ş"), 0ms) == Event{EventKind::Text, {}, "ş"});
    CHECK_FALSE(input.translate(struck(SDL_SCANCODE_W, 1), 500ms));
    CHECK_FALSE(input.translate(letters("ş"), 500ms));
    CHECK(input.translate(struck(SDL_SCANCODE_SPACE), 1s) == Event{EventKind::Space});
    CHECK_FALSE(input.translate(letters(" "), 1s));
    CHECK(input.translate(struck(SDL_SCANCODE_BACKSPACE), 2s) == Event{EventKind::Erase});
  }
}
