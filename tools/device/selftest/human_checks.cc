#include <array>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include "content-engine/store/slip.h"
#include "tools/device/print_jobs.h"
#include "tools/device/selftest/check.h"

namespace content {

namespace {

// Of a bitmap as the kernel prints it: words of 64 bits in hexadecimal, the highest first.
bool has_bit(const std::string& bitmap, std::size_t bit) {
  std::string rest = bitmap;
  for (std::size_t word = 0; !rest.empty(); ++word) {
    const auto space = rest.rfind(' ');
    const std::string last = space == std::string::npos ? rest : rest.substr(space + 1);
    if (word == bit / 64)
      return (std::strtoull(last.c_str(), nullptr, 16) >> (bit % 64) & 1U) != 0;
    rest = space == std::string::npos ? "" : rest.substr(0, space);
  }
  return false;
}

Examined check_touch(const Examinee& it) {
  constexpr std::size_t multi_touch_x = 0x35;  // ABS_MT_POSITION_X, linux/input-event-codes.h
  for (const auto& input : it.entries("sys/class/input"))
    if (has_bit(it.text(input + "/device/capabilities/abs").value_or(""), multi_touch_x))
      return pass({"Touchgerät ist da", "a touch device is there"},
                  it.text(input + "/device/name").value_or(""));
  return fail({"Kein Touchgerät", "no touch device"},
              {"USB-Kabel des Bildschirms; Eintrag bei usbguard",
               "the screen's USB cable; its line for usbguard"});
}

Examined check_sound(const Examinee& it) {
  const std::string cards = it.text("proc/asound/cards").value_or("");
  if (cards.empty() || cards.find("no soundcards") != std::string::npos)
    return warn(
        {"Kein Tongerät: Es wird nicht vorgelesen", "no sound device: nothing is read aloud"},
        {"Lautsprecher oder Tonkarte anschließen", "connect a loudspeaker or a sound card"});
  return pass({"Tongerät ist da", "a sound device is there"}, cards.substr(0, cards.find('\n')));
}

constexpr std::size_t headphone_inserted = 2;  // SW_HEADPHONE_INSERT
constexpr std::size_t key_f15 = 185;           // a keypad's «jack_in» (keypads.conf)

// Whether the panel points where it is touched, and whether what was measured for it can be right.
Examined check_touch_range(const Examinee& it) {
  constexpr std::size_t multi_touch_x = 0x35, multi_touch_y = 0x36;
  constexpr std::size_t direct = 1;  // INPUT_PROP_DIRECT
  bool seen = false;
  for (const auto& input : it.entries("sys/class/input")) {
    const std::string axes = it.text(input + "/device/capabilities/abs").value_or("");
    if (!has_bit(axes, multi_touch_x))
      continue;
    seen = true;
    const std::string name = it.text(input + "/device/name").value_or("");
    if (!has_bit(axes, multi_touch_y))
      return fail({"Das Touchgerät meldet nur eine Richtung", "the touch device has one axis only"},
                  {"Anderes Kabel oder Touchgerät", "another cable or touch device"}, name);
    if (!has_bit(it.text(input + "/device/properties").value_or(""), direct))
      return fail(
          {"Das Touchgerät meldet sich als Touchpad", "the touch device acts as a touchpad"},
          {"Firmware des Touchgeräts; anderes Touchgerät",
           "the touch device's firmware; another touch device"},
          name);
  }
  if (!seen)
    return not_applicable({"Kein Touchgerät", "no touch device"});
  const auto kept = read_slip(it.station.files, it.station.settings.kiosk_state / "calibration",
                              "wegweiser-calibration 1");
  if (!kept)
    return kept.failure().refusal == Refusal::NotFound
               ? pass({"Die Berührung trifft, wie das Gerät sie meldet",
                       "touches count where the device says"})
               : fail({"Die gemerkte Kalibrierung ist nicht lesbar",
                       "the calibration that was kept cannot be read"},
                      {"Am Bildschirm neu kalibrieren", "calibrate anew at the screen"});
  // x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0; the middle must stay near the middle.
  std::istringstream numbers(kept->text("matrix"));
  std::array<double, 6> m{};
  for (double& one : m)
    numbers >> one;
  const double x = m[0] / 2 + m[1] / 2 + m[2], y = m[3] / 2 + m[4] / 2 + m[5];
  const double area = std::abs(m[0] * m[4] - m[1] * m[3]);
  const bool right = !numbers.fail() && std::abs(x - 0.5) < 0.25 && std::abs(y - 0.5) < 0.25 &&
                     area > 0.25 && area < 4;
  if (!right)
    return fail({"Die gemerkte Kalibrierung kann nicht stimmen",
                 "the calibration that was kept cannot be right"},
                {"Am Bildschirm neu kalibrieren", "calibrate anew at the screen"},
                kept->text("matrix"));
  return pass({"Die Berührung ist kalibriert", "touches are calibrated"}, kept->text("matrix"));
}

bool has_sound_card(const Examinee& it) {
  const std::string cards = it.text("proc/asound/cards").value_or("");
  return !cards.empty() && cards.find("no soundcards") == std::string::npos;
}

// Speech mode begins by itself where somebody says that headphones are plugged in.
Examined check_headphones(const Examinee& it) {
  if (!has_sound_card(it))
    return not_applicable({"Kein Tongerät", "no sound device"});
  for (const auto& input : it.entries("sys/class/input")) {
    const std::string folder = input + "/device/capabilities/";
    if (has_bit(it.text(folder + "sw").value_or(""), headphone_inserted) ||
        has_bit(it.text(folder + "key").value_or(""), key_f15))
      return pass({"Kopfhörer werden bemerkt", "headphones are noticed"},
                  it.text(input + "/device/name").value_or(""));
  }
  return warn(
      {"Niemand meldet, dass Kopfhörer stecken", "nobody says that headphones are plugged in"},
      {"Tastenfeld mit Buchse (jack_in in keypads.conf); sonst Taste «speech»",
       "a keypad with a socket (jack_in in keypads.conf); else its key «speech»"});
}

struct Control {
  std::string name;
  std::string value;
  long lowest = 0, highest = 0;
};

// What ALSA keeps: «name 'Headphone Playback Volume'», «value 40» or «value.0 40», «range '0 -
// 64'».
std::vector<Control> controls_of(const std::string& state) {
  std::vector<Control> all;
  std::istringstream lines(state);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    std::string rest;
    std::getline(words >> std::ws, rest);
    if (word.starts_with("control.") || word.starts_with("state."))
      all.emplace_back();
    if (all.empty())
      continue;
    Control& control = all.back();
    if (word == "name" && rest.size() >= 2)
      control.name = rest.substr(1, rest.size() - 2);
    if (word == "value" || word == "value.0")
      control.value = rest;
    if (word == "range" &&
        std::sscanf(rest.c_str(), "'%ld - %ld", &control.lowest, &control.highest) != 2)
      control.highest = control.lowest = 0;
  }
  return all;
}

// As the sound system keeps it; what the kiosk itself makes of it begins anew for every visitor.
Examined check_sound_volume(const Examinee& it) {
  const auto state = it.text("var/lib/alsa/asound.state");
  if (!state || !has_sound_card(it))
    return not_applicable({"Keine Lautstärke ist gemerkt", "no volume is kept"});
  const Sentence remedy{"`alsamixer`, dann `alsactl store`", "`alsamixer`, then `alsactl store`"};
  constexpr long fewest_steps = 7;  // of the kiosk's own (R36)
  std::string figure;
  for (const Control& control : controls_of(*state)) {
    if (control.name.ends_with("Playback Switch") && control.value == "false")
      return fail({"Der Ton ist stumm geschaltet", "the sound is muted"}, remedy, control.name);
    if (!control.name.ends_with("Playback Volume") || control.highest <= control.lowest)
      continue;
    const long value = std::strtol(control.value.c_str(), nullptr, 10);
    figure = control.name + " " + control.value + " (" + std::to_string(control.lowest) + " – " +
             std::to_string(control.highest) + ")";
    if (control.highest - control.lowest < fewest_steps)
      return warn({"Die Lautstärke hat zu wenige Stufen", "the volume has too few steps"}, remedy,
                  figure);
    if ((value - control.lowest) * 4 < control.highest - control.lowest)
      return warn({"Der Ton ist sehr leise gestellt", "the sound is set very low"}, remedy, figure);
  }
  if (figure.empty())
    return not_applicable({"Keine Lautstärke ist gemerkt", "no volume is kept"});
  return pass({"Die Lautstärke reicht", "the volume is enough"}, figure);
}

// Only where one is configured. What CUPS knows of the printer itself is not in files.
Examined check_printer(const Examinee& it) {
  const DeviceSettings& settings = it.station.settings;
  if (settings.printer.empty())
    return not_applicable({"Kein Drucker eingestellt", "no printer is configured"});
  std::error_code error;
  if (!std::filesystem::exists(it.system / "usr/bin/lp", error))
    return fail({"Das Programm lp fehlt", "the program lp is missing"},
                {"`apt install cups cups-client`", "`apt install cups cups-client`"},
                settings.printer);
  if (!std::filesystem::exists(it.system / "run/cups/cups.sock", error))
    return fail({"CUPS läuft nicht", "CUPS does not run"},
                {"`systemctl status cups.socket`", "`systemctl status cups.socket`"},
                settings.printer);
  const auto waiting = waiting_prints(settings.print_folder);
  if (!waiting || !waiting->empty())
    return warn({"Was der Kiosk hinlegt, nimmt niemand", "nobody takes what the kiosk lays ready"},
                {"`systemctl status wegweiser-print.path`; der Drucker selbst: `lpstat -p`",
                 "`systemctl status wegweiser-print.path`; the printer itself: `lpstat -p`"},
                settings.printer);
  return pass({"Zum Drucken ist alles da", "all that printing needs is there"}, settings.printer);
}

const std::array<Check, 6> human_list{{
    {"touch", {"Berührung", "touch"}, check_touch},
    {"touch-range", {"Treffen der Berührung", "range of touch"}, check_touch_range},
    {"sound", {"Ton", "sound"}, check_sound},
    {"sound-volume", {"Lautstärke", "volume"}, check_sound_volume},
    {"headphones", {"Kopfhörer", "headphones"}, check_headphones},
    {"printer", {"Drucker", "printer"}, check_printer},
}};

}  // namespace

std::span<const Check> human_checks() {
  return human_list;
}

}  // namespace content
