#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <sstream>

#include "tools/device/selftest/check.h"

namespace content {

namespace {

struct Mount {
  std::string place;
  std::string kind;
  std::string options;
};

// Where `place` lies, by the kernel's table. The options are the file system's own: a service that
// sees everything read-only would otherwise take the machine for one.
std::optional<Mount> mount_of(const Examinee& it, const std::string& place) {
  std::istringstream table(it.text("proc/self/mountinfo").value_or(""));
  std::optional<Mount> best;
  for (std::string line; std::getline(table, line);) {
    std::istringstream before(line);
    const auto dash = line.find(" - ");
    if (dash == std::string::npos)
      continue;
    std::istringstream after(line.substr(dash + 3));
    std::string number, parent, device, root, at, kind, source, options;
    before >> number >> parent >> device >> root >> at;
    after >> kind >> source >> options;
    const bool below = at == "/" || place == at || place.starts_with(at + "/");
    if (below && (!best || at.size() >= best->place.size()))
      best = Mount{at, kind, options};
  }
  return best;
}

bool has_option(const Mount& mount, std::string_view wanted) {
  return ("," + mount.options + ",").find("," + std::string(wanted) + ",") != std::string::npos;
}

const Sentence change_card{"Karte tauschen; Netzteil prüfen, denn oft ist es die Ursache",
                           "change the card; check the power supply, which is often the cause"};

Examined check_space(const Examinee& it) {
  const std::uint64_t mib = it.condition.free_bytes >> 20U;
  const std::string figure = std::to_string(mib) + " MiB";
  const Sentence remedy{"Platz schaffen: größere Karte, fremde Dateien weg",
                        "make room: a larger card, no foreign files"};
  if (mib < 64)
    return fail({"Kein Platz für eine Ausgabe", "no room for an edition"}, remedy, figure);
  if (mib < 256)
    return warn({"Wenig Platz", "little room"}, remedy, figure);
  return pass({"Platz genug", "room enough"}, figure);
}

Examined check_canary(const Examinee& it) {
  const auto mount = mount_of(it, it.station.settings.store.string());
  if (mount && has_option(*mount, "ro"))
    return not_applicable({"Die Datenpartition ist nur noch lesbar, siehe dort",
                           "the data partition is read-only, see there"});
  if (::access(it.station.settings.store.c_str(), W_OK) != 0 && errno == EACCES)
    return fail({"Wer hier prüft, darf nicht in den Speicher der Ausgaben schreiben",
                 "whoever examines may not write into the store of editions"},
                {"`runuser -u wegweiser-device -- wegweiser-device selftest`",
                 "`runuser -u wegweiser-device -- wegweiser-device selftest`"});
  const auto file = it.station.settings.store / "selftest.new";
  const std::string bytes(64UL * 1024, 'k');
  Files& files = it.station.files;
  const auto written = files.write(file, bytes);
  const auto synced = written ? files.sync(file) : written;
  const auto back = files.read(file, static_cast<std::int64_t>(bytes.size()));
  const bool same = written && synced && back && *back == bytes;
  static_cast<void>(files.remove(file));
  if (!same)
    return fail({"Schreiben und Zurücklesen misslingt", "writing and reading back fails"},
                change_card);
  return pass({"Geschrieben und zurückgelesen", "written and read back"}, "64 KiB");
}

// Whether the store should lie on a partition of its own, and where that is mounted then.
std::optional<std::string> wanted_mount(const Examinee& it, const std::string& place) {
  std::istringstream table(it.text("etc/fstab").value_or(""));
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    std::string device, at;
    words >> device >> at;
    if (!device.starts_with('#') && at.size() > 1 && (place == at || place.starts_with(at + "/")))
      return at;
  }
  return std::nullopt;
}

Examined check_data_partition(const Examinee& it) {
  const auto mount = mount_of(it, it.station.settings.store.string());
  if (!mount)
    return not_applicable({"Die Tabelle der Partitionen fehlt", "the table of mounts is missing"});
  const auto wanted = wanted_mount(it, it.station.settings.store.string());
  if (wanted && mount->place != *wanted)
    return fail({"Die Datenpartition ist nicht eingehängt: Nichts davon übersteht einen Neustart",
                 "the data partition is not mounted: nothing will outlive a restart"},
                {"Karte prüfen oder tauschen, Abbild neu schreiben; Inhalte vom Stick einspielen",
                 "check or change the card, write the image anew; take contents from a stick"},
                *wanted);
  if (has_option(*mount, "ro"))
    return fail({"Die Datenpartition ist nur noch lesbar", "the data partition is read-only"},
                change_card, mount->place);
  return pass({"Die Datenpartition ist beschreibbar", "the data partition can be written"},
              mount->place + ", " + mount->kind);
}

Examined check_root_partition(const Examinee& it) {
  const auto mount = mount_of(it, "/");
  if (!mount)
    return not_applicable({"Die Tabelle der Partitionen fehlt", "the table of mounts is missing"});
  if (mount->kind != "overlay" && !has_option(*mount, "ro"))
    return warn(
        {"Das Programm liegt auf einer beschreibbaren Partition",
         "the program lies on a writable partition"},
        {"Wurzel nur lesbar einhängen (overlayroot)", "mount the root read-only (overlayroot)"},
        mount->kind);
  return pass({"Die Wurzel ist geschützt", "the root is protected"}, mount->kind);
}

Examined check_ext4_errors(const Examinee& it) {
  long errors = 0;
  bool seen = false;
  for (const auto& partition : it.entries("sys/fs/ext4"))
    if (const auto count = it.number(partition + "/errors_count")) {
      seen = true;
      errors += *count;
    }
  if (!seen)
    return not_applicable({"Kein ext4", "no ext4"});
  if (errors > 0)
    return fail({"Das Dateisystem hat Fehler vermerkt", "the file system has noted errors"},
                change_card, std::to_string(errors));
  return pass({"Das Dateisystem ist ohne Fehler", "the file system has no errors"}, "0");
}

Examined check_emmc_life(const Examinee& it) {
  long worst = 0;
  for (const auto& disk : it.entries("sys/block")) {
    // Two estimates, in steps of ten per cent: "0x01 0x02".
    std::istringstream both(it.text(disk + "/device/life_time").value_or(""));
    for (std::string one; both >> one;)
      worst = std::max(worst, std::strtol(one.c_str(), nullptr, 16));
  }
  if (worst == 0)
    return not_applicable({"Kein eMMC, das es sagt", "no eMMC that says so"});
  const std::string figure = "<= " + std::to_string(worst * 10) + " %";
  if (worst >= 11)
    return fail({"Der Speicher ist verbraucht", "the memory is worn out"}, change_card, figure);
  if (worst >= 9)
    return warn({"Der Speicher ist fast verbraucht", "the memory is nearly worn out"}, change_card,
                figure);
  return pass({"Der Speicher hat Leben übrig", "the memory has life left"}, figure);
}

const std::array<Check, 6> storage_list{{
    {"space", {"Platz", "space"}, check_space},
    {"canary", {"Schreibprobe", "write canary"}, check_canary},
    {"data-partition", {"Datenpartition", "data partition"}, check_data_partition},
    {"root-partition", {"Wurzelpartition", "root partition"}, check_root_partition},
    {"ext4-errors", {"Dateisystem", "file system"}, check_ext4_errors},
    {"emmc-life", {"Lebensdauer des Speichers", "life of the memory"}, check_emmc_life},
}};

}  // namespace

std::span<const Check> storage_checks() {
  return storage_list;
}

}  // namespace content
