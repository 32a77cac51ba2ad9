// The self-test on a machine made of files: healthy first, then with one fault at a time, which
// exactly one check must find.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "content-engine/store/names.h"
#include "tests/fixtures/device_world.h"
#include "tools/device/selftest/check.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t day = 24L * 60 * 60;

class Machine final {
 public:
  Machine() {
    world.publish_on_stick("first");
    REQUIRE(world.import().status == 0);
    world.show();
    REQUIRE(world.run("confirm").status == 0);
    REQUIRE_FALSE(world.active().empty());
    shipped = world.folder / bundle_name(world.active());
    fs::copy_file(active_bundle(), shipped);
    bytes = contents_of(shipped);
    world.set("shipped", shipped.string());
    world.set("repository", "https://example.de/herne");
    world.set("printer", "Foyer");
    world.set("print_folder", prints.string());
    make_sound();
  }

  // Takes all faults away.
  void make_sound() const {
    for (const char* part : {"sys", "usr", "etc", "run", "boot", "var"})
      fs::remove_all(root / part);
    fs::remove(world.state / "calibration");
    fs::remove_all(world.store / "selftest.new");
    fs::remove_all(prints);
    fs::create_directory(prints);
    put("usr/bin/lp", "");
    put("run/cups/cups.sock", "");
    for (const fs::path& file : {shipped, active_bundle()})
      std::ofstream(file, std::ios::binary) << bytes;
    put_mounts("overlay", "rw", "rw");
    put("etc/fstab", "# the store\n/dev/wegweiser/data " + world.store.string() + " ext4 ro 0 2\n");
    put("proc/meminfo", "MemTotal:  948304 kB\nMemFree: 100000 kB\nMemAvailable: 612000 kB\n");
    put("proc/sys/kernel/sysrq", "0\n");
    put("proc/asound/cards", " 0 [Headphones]: bcm2835 - Headphones\n");
    put("sys/fs/ext4/mmcblk0p4/errors_count", "0\n");
    put("sys/block/mmcblk0/device/life_time", "0x01 0x02\n");
    put("sys/class/hwmon/hwmon1/name", "rpi_volt\n");
    put("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
    put("sys/devices/platform/soc/soc:firmware/get_throttled", "0\n");
    put("sys/class/thermal/thermal_zone0/temp", "51540\n");
    put("sys/class/drm/card1-HDMI-A-1/status", "connected\n");
    put("sys/class/drm/card1-HDMI-A-1/modes", "1920x1080\n1280x720\n");
    put("sys/class/drm/card1-HDMI-A-2/status", "disconnected\n");
    put("sys/class/input/event0/device/capabilities/abs", "260800000000003\n");
    put("sys/class/input/event0/device/properties", "2\n");
    put("sys/class/input/event0/device/name", "ILITEK Multi-Touch\n");
    put("sys/class/input/event3/device/name", "bcm2835 Headphone Jack\n");
    put("sys/class/input/event3/device/capabilities/sw", "4\n");
    put_volume("true", "-1200");
    put("usr/lib/systemd/system/wegweiser-kiosk.service",
        contents_of(SOURCE_DIR "/board-support/systemd/wegweiser-kiosk.service"));
    put("boot/loader/entries/wegweiser-a.conf", "");
    put("var/lib/wegweiser/system/state", "wegweiser-system 1\n");
    put("sys/class/net/lo/operstate", "unknown\n");
    put("sys/class/net/eth0/operstate", "up\n");
    put("sys/class/watchdog/watchdog0/state", "active\n");
    put("sys/class/watchdog/watchdog0/timeout", "15\n");
    put("sys/bus/usb/devices/usb1/authorized_default", "0\n");
    put("sys/fs/cgroup/system.slice/wegweiser-kiosk.service/cgroup.procs", "411\n");
    put("sys/fs/cgroup/system.slice/wegweiser-kiosk.service/memory.events", "max 0\noom_kill 0\n");
    put("run/systemd/timesync/synchronized", "");
    fs::create_directories(root / "sys/fs/pstore");
  }

  void put(const std::string& file, const std::string& text) const {
    fs::create_directories((root / file).parent_path());
    std::ofstream(root / file, std::ios::binary) << text;
  }
  void put_volume(const std::string& on, const std::string& volume) const {
    put("var/lib/alsa/asound.state",
        "state.Headphones {\n\tcontrol.1 {\n\t\tiface MIXER\n\t\tname 'Headphone Playback Volume'\n"
        "\t\tvalue " +
            volume +
            "\n\t\tcomment {\n\t\t\trange '-10239 - 400'\n\t\t}\n\t}\n\tcontrol.2 {\n"
            "\t\tname 'Headphone Playback Switch'\n\t\tvalue " +
            on + "\n\t}\n}\n");
  }
  void put_calibration(const std::string& matrix) const {
    std::ofstream(world.state / "calibration")
        << "wegweiser-calibration 1\nmatrix = " + matrix + "\n";
  }
  // What is mounted at / and at the store; a service sees both read-only, whatever they are.
  void put_mounts(const std::string& kind, const std::string& root_options,
                  const std::string& store_options) const {
    put("proc/self/mountinfo", "21 1 0:19 / / ro,relatime shared:1 - " + kind + " root " +
                                   root_options + "\n30 21 179:4 / " + world.store.string() +
                                   " rw,nosuid - ext4 /dev/mmcblk0p4 " + store_options + "\n");
  }
  fs::path active_bundle() const { return world.store / bundle_name(world.active()); }

  // What does not pass, with how it ended.
  std::map<std::string, Grade> wrong(const std::function<void(Condition&)>& plant = {}) const {
    Station station;
    station.settings = read_device_settings(world.settings).settings;
    station.kiosk_id = "foyer-1";
    station.clock = {std::chrono::duration_cast<std::chrono::seconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count()};
    Examinee examinee{station, condition_of(station), root};
    // The disk is not this machine's, and the repository says of no moment that it signed then.
    examinee.condition.free_bytes = std::uint64_t{1} << 30U;
    examinee.condition.metadata_signed_at = station.clock.seconds - day;
    examinee.reach = [this](const Station& asking) {
      Reached found = reached;
      found.certificate_end += asking.clock.seconds;
      return found;
    };
    if (plant)
      plant(examinee.condition);
    std::map<std::string, Grade> found;
    for (const Check& check : selftest_checks()) {
      const Examined one = check.examine(examinee);
      INFO(check.name);
      CHECK_FALSE(one.reason.german.empty());
      CHECK_FALSE(one.reason.english.empty());
      const bool needs_remedy = one.grade == Grade::Warn || one.grade == Grade::Fail;
      CHECK(one.remedy.german.empty() != needs_remedy);
      CHECK(one.remedy.english.empty() != needs_remedy);
      INFO(one.reason.english);
      if (one.grade != Grade::Pass)
        found[std::string(check.name)] = one.grade;
    }
    return found;
  }

  DeviceWorld world;
  TemporaryFolder folder;
  fs::path root = folder.path();
  fs::path prints = world.folder / "print";
  fs::path shipped;
  std::string bytes;  // of the edition
  // What the server says; its certificate's end counts from now.
  mutable Reached reached{.certificate_end = 60 * day};
};

struct Fault {
  std::string check;
  Grade grade;
  std::function<void(const Machine&)> plant{};
  std::function<void(Condition&)> in_condition{};
  std::set<std::string> hidden{};  // what then cannot be seen: not applicable, never passed
};

void append(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary | std::ios::app) << text;
}

std::vector<Fault> faults() {
  const auto file = [](std::string name, std::string text) {
    return [=](const Machine& machine) { machine.put(name, text); };
  };
  const std::string screen = "sys/fs/cgroup/system.slice/wegweiser-kiosk.service/";
  return {
      {"trust", Grade::Fail, {}, [](Condition& it) { it.root.version = 0; }},
      {"trust", Grade::Warn, {}, [](Condition& it) { it.root.expires = {it.at.seconds + day}; }},
      {"slots", Grade::Fail, {}, [](Condition& it) { it.store_trouble = "slots: malformed"; }},
      {"bundle", Grade::Fail, [](const Machine& m) { append(m.active_bundle(), "x"); }},
      {"bundle", Grade::Fail, [](const Machine& m) { fs::remove(m.active_bundle()); }},
      {"last-resort", Grade::Fail, [](const Machine& m) { append(m.shipped, "x"); }},
      {"last-resort", Grade::Warn, [](const Machine& m) { fs::remove(m.shipped); }},
      {"shown", Grade::Warn, {}, [](Condition& it) { it.verdicts.shown.reset(); }},
      {"age",
       Grade::Warn,
       {},
       [](Condition& it) { it.metadata_signed_at = it.at.seconds - 31 * day; }},
      {"last-run", Grade::Warn, {}, [](Condition& it) { it.last_run->exit = 10; }},
      {"space", Grade::Fail, {}, [](Condition& it) { it.free_bytes = 1U << 20U; }},
      {"space", Grade::Warn, {}, [](Condition& it) { it.free_bytes = 100U << 20U; }},
      {"canary", Grade::Fail,
       [](const Machine& m) { fs::create_directory(m.world.store / "selftest.new"); }},
      {"data-partition",
       Grade::Fail,
       [](const Machine& m) { m.put_mounts("overlay", "rw", "ro"); },
       {},
       {"canary"}},
      {"data-partition", Grade::Fail,
       [](const Machine& m) {
         m.put("proc/self/mountinfo", "21 1 0:19 / / ro shared:1 - overlay root rw\n");
       }},
      {"root-partition", Grade::Warn, [](const Machine& m) { m.put_mounts("ext4", "rw", "rw"); }},
      {"ext4-errors", Grade::Fail, file("sys/fs/ext4/mmcblk0p4/errors_count", "3\n")},
      {"emmc-life", Grade::Fail, file("sys/block/mmcblk0/device/life_time", "0x02 0x0b\n")},
      {"emmc-life", Grade::Warn, file("sys/block/mmcblk0/device/life_time", "0x09 0x02\n")},
      {"under-voltage", Grade::Fail, file("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n")},
      {"under-voltage", Grade::Fail,
       file("sys/devices/platform/soc/soc:firmware/get_throttled", "10000\n")},
      {"temperature", Grade::Warn, file("sys/class/thermal/thermal_zone0/temp", "76000\n")},
      {"temperature", Grade::Fail, file("sys/class/thermal/thermal_zone0/temp", "91000\n")},
      {"throttling", Grade::Warn,
       file("sys/devices/platform/soc/soc:firmware/get_throttled", "e0000\n")},
      {"memory", Grade::Fail, file("proc/meminfo", "MemTotal: 500000 kB\nMemAvailable: 9000 kB\n")},
      {"display", Grade::Fail, file("sys/class/drm/card1-HDMI-A-1/status", "disconnected\n")},
      {"display", Grade::Fail, file("sys/class/drm/card1-HDMI-A-1/modes", "")},
      {"touch",
       Grade::Fail,
       file("sys/class/input/event0/device/capabilities/abs", "3\n"),
       {},
       {"touch-range"}},
      {"touch-range", Grade::Fail,
       file("sys/class/input/event0/device/capabilities/abs", "220800000000003\n")},
      {"touch-range", Grade::Fail, file("sys/class/input/event0/device/properties", "1\n")},
      {"touch-range", Grade::Fail, [](const Machine& m) { m.put_calibration("1 0 0.6 0 1 0"); }},
      {"touch-range", Grade::Fail, [](const Machine& m) { m.put_calibration("1 0 0 0 1"); }},
      {"touch-range", Grade::Fail,
       [](const Machine& m) { std::ofstream(m.world.state / "calibration") << "nonsense"; }},
      {"sound",
       Grade::Warn,
       file("proc/asound/cards", "--- no soundcards ---\n"),
       {},
       {"sound-volume", "headphones"}},
      {"sound-volume", Grade::Fail, [](const Machine& m) { m.put_volume("false", "-1200"); }},
      {"sound-volume", Grade::Warn, [](const Machine& m) { m.put_volume("true", "-9000"); }},
      {"headphones", Grade::Warn, file("sys/class/input/event3/device/capabilities/sw", "0\n")},
      {"printer", Grade::Fail, [](const Machine& m) { fs::remove(m.root / "usr/bin/lp"); }},
      {"printer", Grade::Fail, [](const Machine& m) { fs::remove(m.root / "run/cups/cups.sock"); }},
      {"printer", Grade::Warn,
       [](const Machine& m) { std::ofstream(m.prints / "a-1.pdf") << "x"; }},
      {"time-server", Grade::Warn,
       [](const Machine& m) { fs::remove(m.root / "run/systemd/timesync/synchronized"); }},
      {"network", Grade::Fail, file("sys/class/net/eth0/operstate", "down\n")},
      {"repository", Grade::Fail,
       [](const Machine& m) { m.reached.trouble = "could not resolve host"; }},
      {"repository", Grade::Warn, [](const Machine& m) { m.reached.certificate_end = 13 * day; }},
      {"unit-exposure", Grade::Fail,
       file("usr/lib/systemd/system/wegweiser-sync.service", "[Service]\nUser=wegweiser-device\n")},
      {"unit-exposure", Grade::Fail,
       file("etc/systemd/system/wegweiser-kiosk.service.d/local.conf",
            "[Service]\nRestartSec=9s\nProtectSystem=no\n")},
      {"unit-exposure", Grade::Fail,
       file("etc/systemd/system/wegweiser-kiosk.service", "[Service]\nExecStart=/bin/sh\n")},
      {"boot-count", Grade::Warn, file("boot/loader/entries/wegweiser-b+0-3.conf", "")},
      {"boot-count", Grade::Warn, file("boot/loader/entries/wegweiser-b+2-1.conf", "")},
      {"boot-count", Grade::Warn,
       file("var/lib/wegweiser/system/state", "wegweiser-system 1\nfailed.version = 0.2.0\n")},
      {"boot-count", Grade::Fail, file("var/lib/wegweiser/system/state", "nonsense\n")},
      {"screen-service", Grade::Fail, file(screen + "cgroup.procs", "")},
      {"memory-limit", Grade::Warn, file(screen + "memory.events", "max 9\noom_kill 2\n")},
      {"watchdog", Grade::Fail, file("sys/class/watchdog/watchdog0/state", "inactive\n")},
      {"watchdog", Grade::Warn,
       [](const Machine& m) { fs::remove_all(m.root / "sys/class/watchdog"); }},
      {"sysrq", Grade::Fail, file("proc/sys/kernel/sysrq", "438\n")},
      {"usb-guard", Grade::Warn, file("sys/bus/usb/devices/usb1/authorized_default", "1\n")},
      {"automounter", Grade::Warn, file("usr/libexec/udisks2/udisksd", "")},
      {"crashes", Grade::Warn, file("sys/fs/pstore/dmesg-ramoops-0", "Oops")},
  };
}

}  // namespace

TEST_SUITE("device/selftest") {
  TEST_CASE("on a healthy machine every one of at least 24 checks passes") {
    const Machine machine;
    CHECK(machine.wrong().empty());
    CHECK(selftest_checks().size() >= 24);
  }

  TEST_CASE("each planted fault makes exactly its check fail, with a remedy") {
    std::set<std::string> planted{"clock"};  // below: a wrong clock hides the age
    const Machine machine;
    for (const Fault& fault : faults()) {
      INFO(fault.check);
      machine.make_sound();
      machine.reached = {.certificate_end = 60 * day};
      if (fault.plant)
        fault.plant(machine);
      std::map<std::string, Grade> expected{{fault.check, fault.grade}};
      for (const std::string& name : fault.hidden)
        expected[name] = Grade::NotApplicable;
      CHECK(machine.wrong(fault.in_condition) == expected);
      planted.insert(fault.check);
    }
    for (const Check& check : selftest_checks())
      CHECK_MESSAGE(planted.contains(std::string(check.name)), check.name);
  }

  TEST_CASE("a clock before the last certain moment is its own fault; the age is then unknown") {
    const Machine machine;
    const auto wrong = machine.wrong([](Condition& it) { it.clock = Clock::Unknown; });
    CHECK(wrong ==
          std::map<std::string, Grade>{{"clock", Grade::Fail}, {"age", Grade::NotApplicable}});
  }

  TEST_CASE("what a board does not have is not applicable, never passed") {
    const Machine machine;
    for (const char* gone : {"sys/class/hwmon", "sys/devices", "sys/class/thermal", "sys/block"})
      fs::remove_all(machine.root / gone);
    const auto wrong = machine.wrong();
    for (const char* name : {"under-voltage", "throttling", "temperature", "emmc-life"})
      CHECK(wrong.at(name) == Grade::NotApplicable);
    CHECK(wrong.size() == 4);
  }

  TEST_CASE("a printer nobody configured is not applicable") {
    const Machine machine;
    machine.world.set("printer", "");
    CHECK(machine.wrong() == std::map<std::string, Grade>{{"printer", Grade::NotApplicable}});
  }

  TEST_CASE("the result is laid down whole, for the kiosk to show") {
    const Machine machine;
    const fs::path result = machine.world.exchange / "selftest.json";
    const std::string words =
        "selftest --check display --system '" + machine.root.string() + "' --to '";
    CHECK(machine.world.run(words + result.string() + "'").status == 0);
    CHECK(nlohmann::json::parse(contents_of(result))["result"] == "pass");
    machine.put("sys/class/drm/card1-HDMI-A-1/status", "disconnected\n");
    CHECK(machine.world.run(words + result.string() + "'").status == 15);
    const auto told = nlohmann::json::parse(contents_of(result));
    CHECK(told["wegweiser_selftest"] == 1);
    CHECK(told["kiosk"] == "foyer-1");
    CHECK(told["checks"][0]["result"] == "fail");
    CHECK((fs::status(result).permissions() & fs::perms::others_read) != fs::perms::none);
    CHECK_FALSE(fs::exists(result.string() + ".new"));
    CHECK(machine.world.run(words + "/nowhere/selftest.json'").status == 11);
  }

  TEST_CASE("scripts read one object and one exit status") {
    const Machine machine;
    const std::string system = " --system '" + machine.root.string() + "' ";
    const auto sound = machine.world.run("selftest --check display --json" + system);
    CHECK(sound.status == 0);
    const auto told = nlohmann::json::parse(sound.out);
    CHECK(told["result"] == "pass");
    REQUIRE(told["checks"].size() == 1);
    CHECK(told["checks"][0]["figure"] == "card1-HDMI-A-1 1920x1080");
    machine.put("sys/class/drm/card1-HDMI-A-1/status", "disconnected\n");
    const auto dark = machine.world.run("--messages de selftest --kiosk /nowhere" + system);
    CHECK(dark.status == 15);
    CHECK(dark.out.find("FEHLER  Bildschirm: Kein Bildschirm angeschlossen oder an\n"
                        "        → Kabel und Strom des Bildschirms [display]\n") !=
          std::string::npos);
    CHECK(machine.world.run("selftest --check display --json" + system).status == 15);
    CHECK(machine.world.run("selftest --check touch" + system).status == 0);
    const auto unknown = machine.world.run("--messages en selftest --check nose");
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("there is no check «nose»; there are: trust slots") !=
          std::string::npos);
    for (const content::Check& check : content::selftest_checks())
      CHECK_MESSAGE(unknown.err.find(" " + std::string(check.name)) != std::string::npos,
                    std::string(check.name));
  }
}
