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
const std::string hardening = SOURCE_DIR "/board-support/hardening/";

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
  TEST_CASE("exposure is at most 1.3 for the screen, 1.5 for sync and import") {
    const TemporaryFolder folder;
    for (const auto& [unit, most] :
         {std::pair{"wegweiser-kiosk.service", "13"}, std::pair{"wegweiser-sync.service", "15"},
          std::pair{"wegweiser-import@.service", "15"}, std::pair{"wegweiser-confirm.service", "8"},
          std::pair{"wegweiser-print.service", "9"}, std::pair{"wegweiser-selftest.service", "15"},
          std::pair{"wegweiser-service@.service", "8"}, std::pair{"wegweiser-system.service", "12"},
          std::pair{"wegweiser-system-good.service", "10"},
          std::pair{"wegweiser-system-trial.service", "10"}}) {
      const auto judged =
          said(folder, "systemd-analyze security --offline=true --threshold=" + std::string(most) +
                           " " + units + unit);
      CHECK_MESSAGE(judged.status == 0, judged.text);
    }
  }

  TEST_CASE("systemd finds nothing to complain about") {
    const TemporaryFolder folder;
    std::string names;
    for (const auto& entry : fs::directory_iterator(units)) {
      const std::string name = entry.path().filename().string();
      std::string text = contents_of(entry.path());
      // With the programs where this checkout has them.
      for (const auto& [installed, here] :
           {std::pair<std::string, std::string>{"/usr/bin/wegweiser-",
                                                BINARY_DIR "/bin/wegweiser-"},
            {"/usr/libexec/wegweiser/", units}})
        for (auto at = text.find(installed); at != std::string::npos; at = text.find(installed))
          text.replace(at, installed.size(), here);
      // Of a template, one of its instances.
      const auto at = name.find("@.");
      const std::string unit =
          at == std::string::npos ? name : name.substr(0, at) + "@sdb1" + name.substr(at + 1);
      std::ofstream(folder / unit) << text;
      if (name.ends_with(".service") || name.ends_with(".timer") || name.ends_with(".path"))
        names += " ./" + unit;
    }
    CHECK(names.find("wegweiser-kiosk.service") != std::string::npos);
    const auto verified = said(folder, "cd '" + folder.path().string() +
                                           "' && systemd-analyze verify --man=no "
                                           "--recursive-errors=no" +
                                           names);
    CHECK_MESSAGE(verified.status == 0, verified.text);
    CHECK_MESSAGE(verified.text.empty(), verified.text);
  }

  TEST_CASE(
      "the self-test starts by the kiosk's wish and once a day, and leaves its result where the "
      "kiosk "
      "looks") {
    const content::DeviceSettings defaults;
    CHECK(contents_of(units + "wegweiser-selftest.path")
              .find("\nPathChanged=" + (defaults.kiosk_state / "examine").string() + "\n") !=
          std::string::npos);
    const std::string service = contents_of(units + "wegweiser-selftest.service");
    CHECK(service.find(" selftest --to " + (defaults.exchange / "selftest.json").string() + "\n") !=
          std::string::npos);
    CHECK(service.find("\nSuccessExitStatus=15\n") != std::string::npos);
    // Once a day for those who watch a fleet.
    CHECK(contents_of(units + "wegweiser-selftest.timer").find("\nOnUnitActiveSec=1d\n") !=
          std::string::npos);
    // It looks at files of /proc that are of no process.
    CHECK(service.find("\nProcSubset=pid\n") == std::string::npos);
  }

  TEST_CASE("a pass ends with its stick, whatever is still being read from it") {
    const std::string ends = contents_of(units + "wegweiser-service@.service");
    for (const char* line : {"\nBindsTo=dev-%i.device\n", "\nRemainAfterExit=yes\n",
                             "\nExecStop=/usr/bin/rm -f /run/wegweiser/service\n"})
      CHECK_MESSAGE(ends.find(line) != std::string::npos, line);
    // Started before, so stopped after: then an import can leave no slip behind.
    const std::string import = contents_of(units + "wegweiser-import@.service");
    CHECK(import.find("\nWants=wegweiser-service@%i.service ") != std::string::npos);
    const auto after = import.find("\nAfter=");
    REQUIRE(after != std::string::npos);
    CHECK(import.substr(after, import.find('\n', after + 1) - after)
              .find(" wegweiser-service@%i.service") != std::string::npos);
    CHECK(contents_of(units + "wegweiser-report@.path")
              .find("\nPathChanged=/var/lib/wegweiser/kiosk/report\n") != std::string::npos);
  }

  TEST_CASE("root without any privilege reads the system that wegweiser-device has fetched") {
    // The packed system is 0640 and wegweiser-device's.
    const std::string unit = contents_of(units + "wegweiser-system.service");
    CHECK(unit.find("\nCapabilityBoundingSet=\n") != std::string::npos);
    CHECK(unit.find("\nSupplementaryGroups=wegweiser-device\n") != std::string::npos);
  }

  TEST_CASE("the boot partition is made writable where all see it") {
    // systemd gives a line with + a mount namespace of its own as well, if the service has one.
    for (const char* unit : {"wegweiser-system.service", "wegweiser-system-good.service"}) {
      const std::string text = contents_of(units + unit);
      for (auto at = text.find("remount,"); at != std::string::npos;
           at = text.find("remount,", at + 1)) {
        const auto line = text.rfind('\n', at) + 1;
        CHECK(text.compare(line, 4, "Exec") == 0);
        CHECK(text.substr(line, at - line).find("nsenter --mount=/proc/1/ns/mnt ") !=
              std::string::npos);
      }
    }
  }

  TEST_CASE("a kiosk that stands still is back after the watchdog's ten seconds, or reboots") {
    const std::string kiosk = contents_of(units + "wegweiser-kiosk.service");
    for (const char* line : {"\nType=notify\n", "\nWatchdogSec=10s\n", "\nWatchdogSignal=SIGKILL\n",
                             "\nRestart=always\n", "\nStartLimitAction=reboot\n",
                             "\nMemoryMax=", "\nIPAddressDeny=any\n",
                             "\nConflicts=getty@tty1.service\n", "\nTTYPath=/dev/tty1\n"})
      CHECK_MESSAGE(kiosk.find(line) != std::string::npos, line);
    // A Raspberry Pi's own watchdog can be set to 15 seconds at most.
    CHECK(contents_of(hardening + "system.conf").find("\nRuntimeWatchdogSec=14s\n") !=
          std::string::npos);
    CHECK(contents_of(hardening + "sysctl.conf").find("\nkernel.sysrq = 0\n") != std::string::npos);
    CHECK(contents_of(hardening + "logind.conf").find("\nNAutoVTs=0\nReserveVT=0\n") !=
          std::string::npos);
  }

  TEST_CASE("no key that logind knows switches the kiosk off, starts it anew or lets it sleep") {
    // Debian's own file names every setting with what it is without one.
    std::istringstream known(contents_of("/etc/systemd/logind.conf"));
    const std::string ours = contents_of(hardening + "logind.conf");
    int keys = 0;
    for (std::string line; std::getline(known, line);) {
      const auto name = line.find("Handle");
      const auto end = line.find('=');
      if (name > 1 || end == std::string::npos)
        continue;
      ++keys;
      const std::string wanted = "\n" + line.substr(name, end - name) + "=ignore\n";
      CHECK_MESSAGE(ours.find(wanted) != std::string::npos, wanted);
    }
    CHECK(keys >= 11);
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
    // The kiosk lays sheets into it, the device takes them away, nobody else looks.
    CHECK(folders.find("d " + defaults.print_folder.string() +
                       " 0770 wegweiser-kiosk wegweiser-device\n") != std::string::npos);
    CHECK(contents_of(units + "wegweiser-print.path")
              .find("\nPathExistsGlob=" + defaults.print_folder.string() + "/*.pdf\n") !=
          std::string::npos);
  }
}
