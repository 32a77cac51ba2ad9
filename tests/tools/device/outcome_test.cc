// Each exit status of wegweiser-device is listed in the technicians' guide, with its number.
#include "tools/device/outcome.h"

#include <doctest/doctest.h>

#include "tests/fixtures/device_world.h"

using namespace content;

TEST_SUITE("device/outcome") {
  TEST_CASE("the guide lists every exit status under its word") {
    const std::string guide = contents_of(SOURCE_DIR "/board-support/README.md");
    for (int status = 0; status <= static_cast<int>(Outcome::NotPrinted); ++status) {
      const auto word = word_of(static_cast<Outcome>(status));
      const std::string row = "| " + std::to_string(status) + " | `" + std::string(word) + "` |";
      CHECK_MESSAGE(guide.find(row) != std::string::npos, row);
    }
  }
}
