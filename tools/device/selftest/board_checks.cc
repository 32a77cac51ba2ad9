#include <algorithm>
#include <array>
#include <cstdlib>

#include "tools/device/selftest/check.h"

namespace content {

namespace {

// What a Raspberry Pi's firmware says, with what has been since the start; none: another board.
std::optional<long> throttled(const Examinee& it) {
  return it.number("sys/devices/platform/soc/soc:firmware/get_throttled", 16);
}

Examined check_under_voltage(const Examinee& it) {
  const Sentence remedy{"Netzteil (5,1 V, 3 A) und Kabel tauschen",
                        "change the power supply (5.1 V, 3 A) and its cable"};
  constexpr unsigned long now_or_since_start = 0x10001;
  bool seen = false;
  bool low = false;
  if (const auto bits = throttled(it)) {
    seen = true;
    low = (static_cast<unsigned long>(*bits) & now_or_since_start) != 0;
  }
  for (const auto& sensor : it.entries("sys/class/hwmon"))
    if (it.text(sensor + "/name") == "rpi_volt") {
      seen = true;
      low = low || it.number(sensor + "/in0_lcrit_alarm").value_or(0) != 0;
    }
  if (!seen)
    return not_applicable({"Das Gerät misst es nicht", "the board does not measure it"});
  if (low)
    return fail(
        {"Unterspannung, jetzt oder seit dem Start", "under-voltage, now or since the start"},
        remedy);
  return pass({"Spannung reicht", "the voltage is enough"});
}

Examined check_temperature(const Examinee& it) {
  long hottest = -1000;
  for (const auto& zone : it.entries("sys/class/thermal"))
    hottest = std::max(hottest, it.number(zone + "/temp").value_or(-1000'000) / 1000);
  if (hottest < -100)
    return not_applicable({"Kein Fühler", "no sensor"});
  const std::string figure = std::to_string(hottest) + " °C";
  const Sentence remedy{"Lüftung frei machen; Sonne, Heizung, Staub",
                        "free the vents; sun, heating, dust"};
  if (hottest >= 85)
    return fail({"Zu heiß", "too hot"}, remedy, figure);
  if (hottest >= 75)
    return warn({"Sehr warm", "very warm"}, remedy, figure);
  return pass({"Nicht zu warm", "not too warm"}, figure);
}

Examined check_throttling(const Examinee& it) {
  constexpr unsigned long capped_or_throttled = 0xE000E;
  const auto bits = throttled(it);
  if (!bits)
    return not_applicable({"Das Gerät sagt es nicht", "the board does not say"});
  if ((static_cast<unsigned long>(*bits) & capped_or_throttled) != 0)
    return warn({"Das Gerät war gedrosselt", "the board was throttled"},
                {"Wie bei Temperatur und Unterspannung", "as for temperature and under-voltage"});
  return pass({"Nie gedrosselt", "never throttled"});
}

Examined check_memory(const Examinee& it) {
  const std::string table = it.text("proc/meminfo").value_or("");
  const auto kib = [&](const std::string& name) {
    const auto at = table.find(name + ":");
    return at == std::string::npos ? 0L
                                   : std::strtol(table.c_str() + at + name.size() + 1, nullptr, 10);
  };
  const long whole = kib("MemTotal");
  const long left = kib("MemAvailable");
  if (whole <= 0)
    return not_applicable({"Der Kern sagt es nicht", "the kernel does not say"});
  const std::string figure =
      std::to_string(left / 1024) + " of " + std::to_string(whole / 1024) + " MiB";
  const Sentence remedy{"`systemd-cgtop -m`; fremde Programme entfernen",
                        "`systemd-cgtop -m`; remove foreign programs"};
  if (left * 20 < whole)
    return fail({"Der Arbeitsspeicher ist voll", "memory is full"}, remedy, figure);
  if (left * 10 < whole)
    return warn({"Wenig Arbeitsspeicher frei", "little memory free"}, remedy, figure);
  return pass({"Arbeitsspeicher genug", "memory enough"}, figure);
}

Examined check_display(const Examinee& it) {
  bool connected = false;
  std::string mode;
  for (const auto& connector : it.entries("sys/class/drm")) {
    if (it.text(connector + "/status") != "connected")
      continue;
    connected = true;
    const std::string modes = it.text(connector + "/modes").value_or("");
    if (mode.empty() && !modes.empty())
      mode = connector.substr(connector.rfind('/') + 1) + " " + modes.substr(0, modes.find('\n'));
  }
  if (!connected)
    return fail({"Kein Bildschirm angeschlossen oder an", "no screen is connected and on"},
                {"Kabel und Strom des Bildschirms", "the screen's cable and power"});
  if (mode.empty())
    return fail({"Der Bildschirm nennt keine Auflösung", "the screen names no resolution"},
                {"Anderes Kabel; sonst `video=` in der Befehlszeile des Kerns",
                 "another cable; else `video=` on the kernel's command line"});
  return pass({"Bildschirm mit Auflösung", "a screen with a resolution"}, mode);
}

const std::array<Check, 5> board_list{{
    {"under-voltage", {"Spannung", "voltage"}, check_under_voltage},
    {"temperature", {"Temperatur", "temperature"}, check_temperature},
    {"throttling", {"Drosselung", "throttling"}, check_throttling},
    {"memory", {"Arbeitsspeicher", "memory"}, check_memory},
    {"display", {"Bildschirm", "screen"}, check_display},
}};

}  // namespace

std::span<const Check> board_checks() {
  return board_list;
}

}  // namespace content
