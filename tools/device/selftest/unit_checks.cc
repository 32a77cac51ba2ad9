#include <algorithm>
#include <array>
#include <cstdlib>
#include <sstream>

#include "content-engine/store/slip.h"
#include "tools/device/selftest/check.h"

namespace content {

namespace {

const std::string screen_group = "sys/fs/cgroup/system.slice/wegweiser-kiosk.service";

Examined check_screen_service(const Examinee& it) {
  if (it.text(screen_group + "/cgroup.procs").value_or("").empty())
    return fail({"Der Dienst des Bildschirms läuft nicht", "the screen's service does not run"},
                {"`systemctl status wegweiser-kiosk`", "`systemctl status wegweiser-kiosk`"});
  return pass({"Der Dienst des Bildschirms läuft", "the screen's service runs"});
}

Examined check_memory_limit(const Examinee& it) {
  const auto events = it.text(screen_group + "/memory.events");
  if (!events)
    return not_applicable({"Der Kern sagt es nicht", "the kernel does not say"});
  constexpr std::string_view word = "oom_kill ";
  const auto at = events->find(word);
  const long kills =
      at == std::string::npos ? 0 : std::strtol(events->c_str() + at + word.size(), nullptr, 10);
  if (kills > 0)
    return warn(
        {"Der Bildschirm wurde beendet, weil er zu viel Speicher brauchte",
         "the screen was ended for using too much memory"},
        {"Bericht und Journal an die Entwicklung", "send report and journal to the developers"},
        std::to_string(kills));
  return pass({"Der Bildschirm hielt sein Maß", "the screen kept its measure"}, "0");
}

// Lines of a unit that must not become weaker than they came with the package.
constexpr std::array<std::string_view, 34> guarded{"User",
                                                   "Group",
                                                   "SupplementaryGroups",
                                                   "ExecStart",
                                                   "ExecStartPre",
                                                   "ExecStartPost",
                                                   "NoNewPrivileges",
                                                   "CapabilityBoundingSet",
                                                   "AmbientCapabilities",
                                                   "ProtectSystem",
                                                   "ProtectHome",
                                                   "ProtectClock",
                                                   "ProtectHostname",
                                                   "ProtectKernelLogs",
                                                   "ProtectKernelModules",
                                                   "ProtectKernelTunables",
                                                   "ProtectControlGroups",
                                                   "ProtectProc",
                                                   "PrivateDevices",
                                                   "PrivateTmp",
                                                   "PrivateUsers",
                                                   "PrivateNetwork",
                                                   "PrivateIPC",
                                                   "RestrictAddressFamilies",
                                                   "RestrictNamespaces",
                                                   "RestrictRealtime",
                                                   "RestrictSUIDSGID",
                                                   "LockPersonality",
                                                   "MemoryDenyWriteExecute",
                                                   "DevicePolicy",
                                                   "DeviceAllow",
                                                   "SystemCallFilter",
                                                   "ReadWritePaths",
                                                   "IPAddressDeny"};

std::string first_guarded_line(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto sign = line.find('=');
    const std::string key = line.substr(0, line.find_first_of(" \t="));
    if (sign != std::string::npos &&
        std::find(guarded.begin(), guarded.end(), key) != guarded.end())
      return line;
  }
  return {};
}

bool is_ours(const std::string& path) {
  return path.find("/wegweiser-") != std::string::npos;
}

// What was put in a unit's place, or beside it: whoever writes there is stronger than the package.
Examined check_unit_exposure(const Examinee& it) {
  const Sentence remedy{"Die Datei wegnehmen, `systemctl daemon-reload`, neu starten",
                        "take the file away, `systemctl daemon-reload`, start anew"};
  bool seen = false;
  for (const char* folder : {"usr/lib/systemd/system", "lib/systemd/system"})
    for (const auto& unit : it.entries(folder)) {
      if (!is_ours(unit) || !unit.ends_with(".service"))
        continue;
      seen = true;
      // The one that mounts sticks and those of the image have to be root's.
      const std::string text = it.text(unit).value_or("");
      if (text.find("\nUser=wegweiser-") != std::string::npos &&
          text.find("\nNoNewPrivileges=yes") == std::string::npos)
        return fail({"Ein Dienst ist nicht abgeschottet", "a service is not locked up"},
                    {"Pakete neu installieren", "install the packages anew"}, unit);
    }
  for (const char* folder : {"etc/systemd/system", "run/systemd/system"})
    for (const auto& entry : it.entries(folder)) {
      if (!is_ours(entry))
        continue;
      if (entry.ends_with(".service") && it.text(entry))
        return fail({"Ein Dienst ist durch einen anderen ersetzt", "a service was replaced"},
                    remedy, entry);
      for (const auto& part : it.entries(entry))
        if (const auto line = first_guarded_line(it.text(part).value_or("")); !line.empty())
          return fail(
              {"Eine Zeile schwächt einen Dienst: " + line, "a line weakens a service: " + line},
              remedy, part);
    }
  if (!seen)
    return not_applicable({"Die Dienste sind nicht installiert", "the services are not installed"});
  return pass({"Die Dienste sind, wie sie kamen", "the services are as they came"});
}

// Of an image with two roots: how the tries of the loader went, and what the last update became.
Examined check_boot_count(const Examinee& it) {
  const Sentence remedy{"`wegweiser-device system status`; ein neueres System einspielen",
                        "`wegweiser-device system status`; take a newer system"};
  const auto memory = it.text("var/lib/wegweiser/system/state");
  const auto entries = it.entries("boot/loader/entries");
  for (const auto& entry : entries) {
    // wegweiser-b+2-1.conf: two tries left, one used (systemd-boot).
    const auto plus = entry.rfind('+');
    if (plus == std::string::npos || !is_ours(entry))
      continue;
    const long left = std::strtol(entry.c_str() + plus + 1, nullptr, 10);
    const std::string name = entry.substr(entry.rfind('/') + 1);
    if (left == 0)
      return warn({"Ein System ist beim Starten gescheitert", "a system has failed to start"},
                  remedy, name);
    return warn({"Ein System ist noch auf Probe", "a system is still on trial"},
                {"Eine Stunde warten; sonst `wegweiser-device system confirm`",
                 "wait an hour; else `wegweiser-device system confirm`"},
                name);
  }
  if (memory) {
    const auto slip = parse_slip(*memory + "\n", "wegweiser-system 1");
    if (!slip)
      return fail({"Was von Systemen gemerkt ist, ist nicht lesbar",
                   "what is remembered of systems cannot be read"},
                  remedy);
    if (!slip->text("failed.version").empty())
      return warn({"Das letzte System ist gescheitert, das vorige läuft",
                   "the last system has failed, the one before runs"},
                  remedy, slip->text("failed.version"));
  }
  if (!memory && entries.empty())
    return not_applicable({"Kein Abbild mit zwei Systemen", "no image with two systems"});
  return pass({"Das System startet ohne Probe", "the system starts without a trial"});
}

const std::array<Check, 4> unit_list{{
    {"screen-service", {"Dienst des Bildschirms", "screen's service"}, check_screen_service},
    {"memory-limit", {"Speichergrenze", "memory limit"}, check_memory_limit},
    {"unit-exposure", {"Schutz der Dienste", "unit exposure"}, check_unit_exposure},
    {"boot-count", {"Starts", "boot count"}, check_boot_count},
}};

}  // namespace

std::span<const Check> unit_checks() {
  return unit_list;
}

}  // namespace content
