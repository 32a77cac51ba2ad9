// wegweiser-device print with stand-ins for CUPS's programs: what is handed over, what is refused,
// and that nothing is left in the folder whatever happens.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "content-engine/store/print_slip.h"
#include "tests/fixtures/device_world.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

const std::string a_sheet = "%PDF-1.5\nnothing but a test\n%%EOF\n";

class PrintRoom final {
 public:
  PrintRoom() {
    fs::create_directory(folder);
    fs::create_directory(cups);
    fs::create_directories(world.exchange);
    world.set("printer", "Foyer");
    world.set("print_folder", folder.string());
  }
  void lay(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
  void behave(const std::string& mode) const { std::ofstream(cups / "mode") << mode; }
  DeviceRun print(const std::string& more = {}) const {
    return world.run_with("PATH='" SOURCE_DIR "/tests/fixtures/cups':\"$PATH\" WEGWEISER_CUPS='" +
                              cups.string() + "'",
                          "--messages en print --patience 1 " + more);
  }
  bool handed_over() const { return fs::exists(cups / "sheet"); }
  PrintSlip slip() const {
    const auto read = read_print_slip(DiskFiles(), world.exchange);
    REQUIRE(read);
    return *read;
  }

  DeviceWorld world;
  fs::path folder = world.folder / "print";
  fs::path cups = world.folder / "cups";
};

}  // namespace

TEST_SUITE("device/print") {
  TEST_CASE("a sheet is handed to the queue, is gone from the folder, and the kiosk is told") {
    const PrintRoom room;
    room.lay("3fa9-1.pdf", a_sheet);
    const auto run = room.print("--json");
    CHECK(run.status == 0);
    CHECK(run.out.find("\"sheets\": 1") != std::string::npos);
    CHECK(contents_of(room.cups / "sheet") == a_sheet);
    CHECK(contents_of(room.cups / "words") == "-d Foyer -t Wegweiser -o media=A4\n");
    CHECK(contents_of(room.cups / "locale") == "C\n");
    CHECK(fs::is_empty(room.folder));
    CHECK(room.slip() == PrintSlip{"3fa9-1", PrintEnd::Done});
    CHECK_FALSE(fs::exists(room.cups / "cancelled"));
  }

  TEST_CASE("a roll is printed on whatever paper its queue has") {
    const PrintRoom room;
    room.world.set("printer_paper", "receipt");
    room.lay("a.pdf", a_sheet);
    CHECK(room.print().status == 0);
    CHECK(contents_of(room.cups / "words") == "-d Foyer -t Wegweiser\n");
  }

  TEST_CASE("what CUPS does not take has failed, and is gone all the same") {
    const PrintRoom room;
    room.behave("fail");
    room.lay("a-1.pdf", a_sheet);
    const auto run = room.print();
    CHECK(run.status == 16);
    CHECK(run.err.find("The printer or class does not exist") != std::string::npos);
    CHECK(fs::is_empty(room.folder));
    CHECK(room.slip() == PrintSlip{"a-1", PrintEnd::Failed});
  }

  TEST_CASE("a job that the printer does not finish is taken back, lest the next one finds it") {
    const PrintRoom room;
    for (const char* mode : {"stuck", "lost"}) {
      room.behave(mode);
      room.lay("a-2.pdf", a_sheet);
      CHECK(room.print().status == 16);
      CHECK(contents_of(room.cups / "cancelled") == "Foyer-17\n");
      CHECK(room.slip() == PrintSlip{"a-2", PrintEnd::Failed});
      CHECK(fs::is_empty(room.folder));
      fs::remove(room.cups / "cancelled");
    }
  }

  TEST_CASE("without CUPS or without a printer nothing stays") {
    const PrintRoom room;
    room.lay("a-3.pdf", a_sheet);
    fs::create_directory(room.folder.parent_path() / "empty");
    const auto bare = room.world.run_with(
        "PATH='" + (room.folder.parent_path() / "empty").string() + "'", "print");
    CHECK(bare.status != 0);
    room.world.set("printer", "");
    room.lay("a-4.pdf", a_sheet);
    CHECK(room.print().status == 3);
    CHECK_FALSE(room.handed_over());
    CHECK(room.slip() == PrintSlip{"a-4", PrintEnd::Failed});
    CHECK(fs::is_empty(room.folder));
  }

  TEST_CASE("links, pipes, folders, large files, second names and what is no PDF are refused") {
    const PrintRoom room;
    const fs::path secret = room.world.folder / "secret";
    std::ofstream(secret) << a_sheet;
    const auto refused = [&](const std::string& name) {
      INFO(name);
      CHECK(room.print().status == 5);
      CHECK_FALSE(room.handed_over());
      CHECK(fs::is_empty(room.folder));
      CHECK(contents_of(secret) == a_sheet);
    };
    fs::create_symlink(secret, room.folder / "b-1.pdf");
    refused("link");
    fs::create_hard_link(secret, room.folder / "b-2.pdf");
    refused("second name");
    ::mkfifo((room.folder / "b-3.pdf").c_str(), 0600);
    refused("pipe");
    fs::create_directories(room.folder / "b-4.pdf" / "deep");
    fs::create_directory_symlink(room.world.folder.path(), room.folder / "b-4.pdf" / "away");
    refused("folder");
    room.lay("b-5.pdf", "%PD");
    refused("no PDF");
    room.lay("b-6.pdf", a_sheet);
    fs::resize_file(room.folder / "b-6.pdf", print_job_limit + 1);
    refused("too large");
    CHECK(room.slip() == PrintSlip{"b-6", PrintEnd::Failed});
    room.lay("-o raw.pdf", a_sheet);
    refused("a name that is none");
  }

  TEST_CASE("what is still being written is left alone, and nothing to do is fine") {
    const PrintRoom room;
    room.lay("a-5.pdf.new", "%PDF-");
    const auto run = room.print();
    CHECK(run.status == 0);
    CHECK(run.out == "nothing to print\n");
    CHECK(fs::exists(room.folder / "a-5.pdf.new"));
    fs::remove_all(room.folder);
    CHECK(room.print().status == 0);
    CHECK(room.print("--patience 0").status == 2);
  }

  TEST_CASE("several sheets go one after another") {
    const PrintRoom room;
    for (const char* name : {"a-1.pdf", "a-2.pdf", "a-3.pdf"})
      room.lay(name, a_sheet);
    const auto run = room.print();
    CHECK(run.out == "printed: 3\n");
    CHECK(fs::is_empty(room.folder));
    CHECK(room.slip().job == "a-3");
  }
}
