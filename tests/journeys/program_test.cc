// The program's own manners: exit statuses and what it says, without a screen.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fixtures/child.h"

namespace {

const std::string kiosk = BINARY_DIR "/bin/wegweiser-kiosk";
const std::string log_file = BINARY_DIR "/program-test.log";

int run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), kiosk);
  return Child(arguments, log_file).wait();
}

std::string said() {
  std::ifstream in(log_file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_SUITE("program") {
  TEST_CASE("help and version end well") {
    CHECK(run({"--help"}) == 0);
    CHECK(run({"--version"}) == 0);
    CHECK(said().empty());
  }

  TEST_CASE("a wrong command line ends with status 2 and says what is wrong") {
    const std::vector<std::vector<std::string>> wrong{{"--bogus"},
                                                      {"file.bundle"},
                                                      {"--size", "1080x1920"},
                                                      {"--window", "--size", "big"},
                                                      {"--now", "noon"},
                                                      {"--messages", "fr"},
                                                      {"--bundle"}};
    for (const auto& arguments : wrong) {
      INFO(arguments.front());
      CHECK(run(arguments) == 2);
      CHECK(said().starts_with("wegweiser-kiosk: "));
    }
  }

  TEST_CASE("messages come in German and English") {
    CHECK(run({"--messages", "de", "x"}) == 2);
    CHECK(said().find("was soll «x»?") != std::string::npos);
    CHECK(run({"--messages", "en", "x"}) == 2);
    CHECK(said().find("what is «x» for?") != std::string::npos);
  }

  TEST_CASE("--check-settings names every mistake and ends with status 3") {
    const std::string file = BINARY_DIR "/program-test.conf";
    std::ofstream(file) << "idle_seconds = soon\n\ntheme = pink\n";
    CHECK(run({"--settings", file, "--check-settings", "--messages", "de"}) == 3);
    CHECK(said().find("program-test.conf:1: Fehler [settings]") != std::string::npos);
    CHECK(said().find("program-test.conf:3: Fehler [settings]") != std::string::npos);
    CHECK(run({"--settings", SOURCE_DIR "/board-support/wegweiser.conf", "--check-settings"}) == 0);
    CHECK(said().empty());
    CHECK(run({"--settings", "/nonexistent.conf", "--check-settings"}) == 3);
    CHECK(run({"--settings", file, "--window"}) == 3);
  }

  TEST_CASE("a window without a screen to open it on ends with status 4") {
    setenv("SDL_VIDEODRIVER", "x11", 1);
    setenv("DISPLAY", ":no-such-display", 1);
    CHECK(run({"--window"}) == 4);
    CHECK(said().starts_with("wegweiser-kiosk: no screen"));
  }
}
