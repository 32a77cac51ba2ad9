#include "kiosk/platform/device_nodes.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/fixtures/temporary_folder.h"

using kiosk::Opening;

namespace {

void make_node(const std::filesystem::path& file) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << "";
}

const auto all = [](const std::filesystem::path&, Opening) { return true; };
const auto none = [](const std::filesystem::path&, Opening) { return false; };

}  // namespace

TEST_SUITE("platform/device nodes") {
  TEST_CASE("a card that must not be opened is named, with the group that is missing") {
    const TemporaryFolder dev;
    CHECK_FALSE(kiosk::why_no_card(dev.path(), none));  // no card: the connectors say so
    make_node(dev / "dri/renderD128");
    make_node(dev / "dri/card1");
    make_node(dev / "dri/card0");
    CHECK_FALSE(kiosk::why_no_card(dev.path(), all));
    const auto closed = kiosk::why_no_card(dev.path(), none);
    REQUIRE(closed);
    CHECK(closed->code == "W-44");
    CHECK(closed->words.german.starts_with((dev / "dri/card0").string()));
    CHECK(closed->words.english.find("video") != std::string::npos);
    // One open card is enough; it must be open for writing.
    CHECK_FALSE(kiosk::why_no_card(
        dev.path(), [&](const auto& node, Opening) { return node == dev / "dri/card1"; }));
    CHECK(kiosk::why_no_card(
        dev.path(), [](const auto&, Opening opening) { return opening == Opening::Read; }));
  }

  TEST_CASE("input that must not be read is named; no input at all is no fault") {
    const TemporaryFolder dev;
    CHECK_FALSE(kiosk::why_no_input(dev.path(), none));
    make_node(dev / "input/mouse0");
    CHECK_FALSE(kiosk::why_no_input(dev.path(), none));
    make_node(dev / "input/event3");
    CHECK(kiosk::why_no_input(dev.path(), none)->code == "W-45");
    CHECK(kiosk::why_no_input(dev.path(), none)->words.german.find("Gruppe input") !=
          std::string::npos);
    CHECK_FALSE(kiosk::why_no_input(
        dev.path(), [](const auto&, Opening opening) { return opening == Opening::Read; }));
  }

  TEST_CASE("the system is asked") {
    const TemporaryFolder dev;
    CHECK_FALSE(kiosk::may_open(dev / "input/event0", Opening::Read));
    make_node(dev / "input/event0");
    CHECK(kiosk::may_open(dev / "input/event0", Opening::ReadWrite));
  }
}
