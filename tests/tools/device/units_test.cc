// The units as systemd itself reads them: no line it does not know, exposure within the bar, users
// and directories that it would make.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "content-engine/store/device_settings.h"
#include "tests/fixtures/device_world.h"

namespace fs = std::filesystem;

namespace {

const std::string units = SOURCE_DIR "/board-support/systemd/";

struct Said {
  int status;
  std::string text;
};
Said said(const TemporaryFolder& folder, const std::string& command) {
  const fs::path log = folder / "said";
  const int raw = std::system((command + " >'" + log.string() + "' 2>&1").c_str());
  return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, contents_of(log)};
}

}  // namespace

TEST_SUITE("device/units") {
  TEST_CASE("exposure is at most 1.5 for the sync and less for what needs no network") {
    const TemporaryFolder folder;
    for (const auto& [unit, most] :
         {std::pair{"wegweiser-sync.service", "15"}, std::pair{"wegweiser-confirm.service", "8"}}) {
      const auto judged =
          said(folder, "systemd-analyze security --offline=true --threshold=" + std::string(most) +
                           " " + units + unit);
      CHECK_MESSAGE(judged.status == 0, judged.text);
    }
  }

  TEST_CASE("systemd finds nothing to complain about") {
    const TemporaryFolder folder;
    // With the program where this build has it.
    for (const auto& entry : fs::directory_iterator(units)) {
      std::string text = contents_of(entry.path());
      const std::string installed = "/usr/bin/wegweiser-device";
      if (const auto at = text.find(installed); at != std::string::npos)
        text.replace(at, installed.size(), BINARY_DIR "/bin/wegweiser-device");
      std::ofstream(folder / entry.path().filename().string()) << text;
    }
    const auto verified =
        said(folder, "cd '" + folder.path().string() +
                         "' && systemd-analyze verify --man=no --recursive-errors=no "
                         "./wegweiser-sync.service ./wegweiser-sync.timer "
                         "./wegweiser-confirm.service ./wegweiser-confirm.path");
    CHECK_MESSAGE(verified.status == 0, verified.text);
    CHECK(verified.text.empty());
  }

  TEST_CASE("the users and the directories of the settings' defaults are made") {
    const TemporaryFolder folder;
    const std::string root = "--root='" + folder.path().string() + "' ";
    fs::create_directories(folder / "etc");
    const auto users = said(folder, "systemd-sysusers " + root + units + "wegweiser.sysusers");
    REQUIRE_MESSAGE(users.status == 0, users.text);
    const std::string passwd = contents_of(folder / "etc/passwd");
    CHECK(passwd.find("wegweiser-device:") != std::string::npos);
    CHECK(passwd.find("wegweiser-kiosk:") != std::string::npos);
    CHECK(passwd.find("/usr/sbin/nologin") != std::string::npos);
    const std::string folders = contents_of(units + "wegweiser.tmpfiles");
    const content::DeviceSettings defaults;
    for (const fs::path& place : {defaults.store, defaults.kiosk_state, defaults.exchange})
      CHECK_MESSAGE(folders.find("d " + place.string() + " 0755 wegweiser-") != std::string::npos,
                    place.string());
  }
}
