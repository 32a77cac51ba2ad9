#include "kiosk/kept_calibration.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/fixtures/temporary_folder.h"

using namespace kiosk;

namespace {

const Calibration turned_panel{-1, 0, 1, 0, -1, 1};
const Calibration written_down{1.1, 0, -0.05, 0, 1, 0};

}  // namespace

TEST_SUITE("kept calibration") {
  TEST_CASE("what a technician calibrated is there after a start, and gone when taken back") {
    const TemporaryFolder state;
    content::DiskFiles files;
    std::vector<std::string> log;
    const auto use = [&] {
      return calibration_to_use(files, state.path(), written_down,
                                [&](const std::string& line) { log.push_back(line); });
    };
    CHECK(use() == written_down);
    REQUIRE(keep_calibration(files, state.path(), turned_panel));
    CHECK(*read_calibration(files, state.path()) == turned_panel);
    CHECK(use() == turned_panel);
    REQUIRE(forget_calibration(files, state.path()));
    REQUIRE(forget_calibration(files, state.path()));
    CHECK(use() == written_down);
    CHECK(log.empty());
  }

  TEST_CASE("a damaged slip is told and not believed") {
    const TemporaryFolder state;
    content::DiskFiles files;
    for (const char* damaged :
         {"", "wegweiser-calibration 2\nmatrix = 1 0 0 0 1 0\n", "wegweiser-calibration 1\n",
          "wegweiser-calibration 1\nmatrix = 1 0 0 0 0 0\n",
          "wegweiser-calibration 1\nmatrix = 1 0 0 0 1\n"}) {
      REQUIRE(content::write_file(state / "calibration", damaged));
      std::vector<std::string> log;
      CHECK(calibration_to_use(files, state.path(), written_down, [&](const std::string& line) {
              log.push_back(line);
            }) == written_down);
      REQUIRE(log.size() == 1);
      CHECK(log[0].starts_with("W-48"));
    }
  }
}
