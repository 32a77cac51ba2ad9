// How a stick is mounted: board-support/systemd/stick before a mount(8) of the test's own, which
// writes down what it is asked and takes one kind of file system only.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/fixtures/device_world.h"

namespace fs = std::filesystem;

namespace {

class Desk final {
 public:
  // `takes`: the kind of file system that is on the stick.
  explicit Desk(const std::string& takes) {
    fs::create_directories(folder_ / "bin");
    fs::create_directories(folder_ / "dev");
    std::ofstream(folder_ / "dev/sdb1").flush();
    program("id", "echo 990");
    program("umount", R"(echo "umount $*" >>"$LOG")");
    program("mount", R"(echo "mount $*" >>"$LOG"
case "$*" in *remount*) exit 0 ;; *"-t )" +
                         takes + R"( "*) ;; *) exit 32 ;; esac
[ ! -e "$REPORT" ] || mkdir "$WEGWEISER_STICKS/sdb1/wegweiser-report")");
  }

  void carries_report_folder() { std::ofstream(folder_ / "report").flush(); }
  int run(const std::string& words) const {
    const std::string at = folder_.path().string();
    const int raw = std::system(("PATH='" + at + "/bin':$PATH LOG='" + at + "/log' REPORT='" + at +
                                 "/report' WEGWEISER_DEVICES='" + at + "/dev' WEGWEISER_STICKS='" +
                                 at + "/sticks' sh " SOURCE_DIR "/board-support/systemd/stick " +
                                 words + " 2>/dev/null")
                                    .c_str());
    return WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
  }
  std::string log() const {
    return fs::exists(folder_ / "log") ? contents_of(folder_ / "log") : "";
  }
  bool has_place() const { return fs::exists(folder_ / "sticks/sdb1"); }

 private:
  void program(const char* name, const std::string& text) {
    const fs::path file = folder_ / "bin" / name;
    std::ofstream(file) << "#!/bin/sh\n" << text << "\n";
    fs::permissions(file, fs::perms::owner_all);
  }
  TemporaryFolder folder_;
};

}  // namespace

TEST_SUITE("device/stick") {
  TEST_CASE("a stick is mounted for reading, for one user, and nothing on it can be run") {
    for (const char* kind : {"vfat", "exfat"}) {
      const Desk desk(kind);
      CHECK(desk.run("in sdb1") == 0);
      const std::string log = desk.log();
      CHECK(log.find("mount -t " + std::string(kind) +
                     " -o ro,nosuid,nodev,noexec,noatime,uid=990,gid=990,umask=0077 ") !=
            std::string::npos);
      for (const char* writable : {" rw", ",rw", "-w "})
        CHECK(log.find(writable) == std::string::npos);
      CHECK(desk.has_place());
      CHECK(desk.run("out sdb1") == 0);
      CHECK_FALSE(desk.has_place());
    }
  }

  TEST_CASE("only a stick with a folder for the report can be written") {
    Desk desk("vfat");
    desk.carries_report_folder();
    CHECK(desk.run("in sdb1") == 0);
    CHECK(desk.log().find("-o remount,rw,nosuid,nodev,noexec,") != std::string::npos);
  }

  TEST_CASE("another file system and a name that is a way are not mounted") {
    const Desk desk("ext4");
    CHECK(desk.run("in sdb1") == 1);
    CHECK_FALSE(desk.has_place());
    CHECK(desk.run("in ../sdb1") == 2);
    CHECK(desk.run("in ''") == 2);
    CHECK(desk.run("in") == 2);
    CHECK(desk.run("look sdb1") == 2);
  }
}
