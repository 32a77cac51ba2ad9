#include <array>
#include <cstdlib>

#include "tools/device/selftest/check.h"
#include "tools/device/web.h"

namespace content {

namespace {

Examined check_clock(const Examinee& it) {
  const std::string figure = to_iso(it.condition.at);
  if (it.condition.clock != Clock::Plausible)
    return fail({"Die Uhr steht vor dem letzten sicheren Zeitpunkt",
                 "the clock is before the last certain moment"},
                {"Netz mit Zeitserver, oder `timedatectl set-time`",
                 "a network with a time server, or `timedatectl set-time`"},
                figure);
  return pass({"Die Uhr kann stimmen", "the clock may be right"}, figure);
}

Examined check_time_server(const Examinee& it) {
  if (it.station.settings.repository.empty())
    return not_applicable({"Gerät ohne Netz", "a device without a network"});
  if (!it.text("run/systemd/timesync/synchronized"))
    return warn({"Kein Zeitserver hat seit dem Start geantwortet",
                 "no time server has answered since the start"},
                {"`timedatectl timesync-status`; Port 123 freigeben",
                 "`timedatectl timesync-status`; open port 123"});
  return pass({"Die Uhr ist gestellt", "the clock is set"});
}

Examined check_network(const Examinee& it) {
  if (it.station.settings.repository.empty())
    return not_applicable({"Gerät ohne Netz", "a device without a network"});
  for (const auto& card : it.entries("sys/class/net"))
    if (!card.ends_with("/lo") && it.text(card + "/operstate") == "up")
      return pass({"Netz ist da", "the network is there"}, card.substr(card.rfind('/') + 1));
  return fail({"Kein Netz", "no network"}, {"Kabel, Dose, Schalter", "cable, socket, switch"});
}

Examined check_repository(const Examinee& it) {
  if (!it.station.settings.repository.starts_with("https://"))
    return not_applicable({"Gerät ohne Server", "a device without a server"});
  const Reached reached = it.reach(it.station);
  if (!reached.trouble.empty())
    return fail({"Der Server ist nicht erreichbar: " + reached.trouble,
                 "the server cannot be reached: " + reached.trouble},
                {"Adresse, Netz, Port 443, `proxy` in den Einstellungen",
                 "address, network, port 443, `proxy` in the settings"});
  constexpr std::int64_t day = 24L * 60 * 60;
  const std::int64_t left = (reached.certificate_end - it.condition.at.seconds) / day;
  if (reached.certificate_end == 0 || it.condition.clock != Clock::Plausible)
    return pass({"Der Server antwortet", "the server answers"});
  const std::string figure = std::to_string(left) + " d";
  if (left < 14)
    return warn({"Das Zertifikat des Servers läuft ab", "the server's certificate expires"},
                {"Wer den Server betreibt, erneuert es", "whoever runs the server renews it"},
                figure);
  return pass({"Der Server antwortet, sein Zertifikat gilt",
               "the server answers and its certificate holds"},
              figure);
}

Examined check_watchdog(const Examinee& it) {
  const auto state = it.text("sys/class/watchdog/watchdog0/state");
  if (!state)
    return warn(
        {"Das Gerät hat keinen Wachhund", "the device has no watchdog"},
        {"Modul laden (`bcm2835_wdt`, `softdog`)", "load a module (`bcm2835_wdt`, `softdog`)"});
  if (*state != "active")
    return fail({"Der Wachhund ist nicht scharf", "the watchdog is not armed"},
                {"`RuntimeWatchdogSec` (90-wegweiser.conf), dann neu starten",
                 "`RuntimeWatchdogSec` (90-wegweiser.conf), then start anew"},
                *state);
  return pass({"Der Wachhund ist scharf", "the watchdog is armed"},
              it.text("sys/class/watchdog/watchdog0/timeout").value_or("?") + " s");
}

Examined check_sysrq(const Examinee& it) {
  const auto value = it.number("proc/sys/kernel/sysrq");
  if (!value)
    return not_applicable({"Der Kern kennt SysRq nicht", "the kernel knows no SysRq"});
  if (*value != 0)
    return fail({"SysRq ist an: Tasten erreichen den Kern", "SysRq is on: keys reach the kernel"},
                {"`sysctl kernel.sysrq=0`; wer setzt es?", "`sysctl kernel.sysrq=0`; who sets it?"},
                std::to_string(*value));
  return pass({"SysRq ist aus", "SysRq is off"}, "0");
}

Examined check_usb_guard(const Examinee& it) {
  bool seen = false;
  for (const auto& device : it.entries("sys/bus/usb/devices")) {
    const auto allowed = it.number(device + "/authorized_default");
    seen = seen || allowed;
    if (allowed.value_or(0) == 1)
      return warn({"An den Buchsen geht alles", "the sockets take everything"},
                  {"usbguard einrichten (Anleitung, «USB»)", "set usbguard up (guide, «USB»)"},
                  device.substr(device.rfind('/') + 1));
  }
  if (!seen)
    return not_applicable({"Kein USB", "no USB"});
  return pass({"An den Buchsen geht nur Erlaubtes", "the sockets take what is allowed"});
}

Examined check_automounter(const Examinee& it) {
  std::error_code error;
  if (std::filesystem::exists(it.system / "usr/libexec/udisks2/udisksd", error))
    return warn({"udisks2 hängt Sticks auch ein", "udisks2 mounts sticks as well"},
                {"`apt purge udisks2`", "`apt purge udisks2`"});
  return pass({"Nur eines hängt Sticks ein", "only one mounts sticks"});
}

Examined check_crashes(const Examinee& it) {
  const auto left = it.entries("sys/fs/pstore");
  if (!left.empty())
    return warn({"Der Kern ist abgestürzt", "the kernel has crashed"},
                {"Dateien aus /sys/fs/pstore sichern, dann löschen",
                 "keep the files of /sys/fs/pstore, then remove them"},
                std::to_string(left.size()));
  return pass({"Kein Absturz ist vermerkt", "no crash is noted"}, "0");
}

const std::array<Check, 9> system_list{{
    {"clock", {"Uhr", "clock"}, check_clock},
    {"time-server", {"Zeitserver", "time server"}, check_time_server},
    {"network", {"Netz", "network"}, check_network},
    {"repository", {"Server der Redaktion", "repository"}, check_repository},
    {"watchdog", {"Wachhund", "watchdog"}, check_watchdog},
    {"sysrq", {"SysRq", "SysRq"}, check_sysrq},
    {"usb-guard", {"USB-Buchsen", "USB sockets"}, check_usb_guard},
    {"automounter", {"Einhängen", "mounting"}, check_automounter},
    {"crashes", {"Abstürze", "crashes"}, check_crashes},
}};

}  // namespace

Reached reach_repository(const Station& station) {
  constexpr std::size_t limit = std::size_t{1} << 20U;
  std::string base = station.settings.repository;
  base += base.ends_with('/') ? "metadata" : "/metadata";
  const auto server = HttpsTransport::open(base, web_options(station));
  if (!server)
    return {.trouble = server.failure().message};
  const auto answer = (*server)->fetch("timestamp.json", limit);
  return {.trouble = answer ? "" : answer.failure().message,
          .certificate_end = (*server)->certificate_end()};
}

std::span<const Check> system_checks() {
  return system_list;
}

}  // namespace content
