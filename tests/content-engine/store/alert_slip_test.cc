#include "content-engine/store/alert_slip.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/fixtures/temporary_folder.h"

using namespace content;

namespace {

AlertSlip fire() {
  return {.id = "warning-1",
          .from = 1'800'000'000,
          .until = 1'800'007'200,
          .texts = {{"de", "Verlassen Sie das Haus."}, {"ti", "ካብ ህንጻ ውጹ።"}}};
}

}  // namespace

TEST_SUITE("store/alert slip") {
  TEST_CASE("a warning is read as it was written, and taken away [R47]") {
    const TemporaryFolder folder;
    DiskFiles files;
    CHECK(read_alert_slip(files, folder.path()).failure().refusal == Refusal::NotFound);
    CHECK(remove_alert_slip(files, folder.path()));
    REQUIRE(write_alert_slip(files, folder.path(), fire()));
    const auto read = read_alert_slip(files, folder.path());
    REQUIRE(read);
    CHECK(*read == fire());
    CHECK(remove_alert_slip(files, folder.path()));
    CHECK_FALSE(read_alert_slip(files, folder.path()));
  }

  TEST_CASE("what says nothing, never ends or is no name of a file is no warning") {
    CHECK(fault_of(fire()).empty());
    AlertSlip wrong = fire();
    wrong.texts.clear();
    CHECK_FALSE(fault_of(wrong).empty());
    wrong = fire();
    wrong.until = wrong.from + longest_alert + 1;
    CHECK_FALSE(fault_of(wrong).empty());
    wrong.until = wrong.from;
    CHECK_FALSE(fault_of(wrong).empty());
    wrong = fire();
    wrong.texts["de"] = std::string(longest_alert_text + 1, 'x');
    CHECK_FALSE(fault_of(wrong).empty());
    for (const char* id : {"", "../slots", "Warnung", "a b"}) {
      wrong = fire();
      wrong.id = id;
      CHECK_FALSE(fault_of(wrong).empty());
    }
    const TemporaryFolder folder;
    DiskFiles files;
    CHECK_FALSE(write_alert_slip(files, folder.path(), wrong));
    std::ofstream(folder.path() / "alert") << "wegweiser-alert 1\nid = x\n";
    CHECK(read_alert_slip(files, folder.path()).failure().refusal == Refusal::Malformed);
  }
}
