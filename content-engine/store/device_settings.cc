#include "content-engine/store/device_settings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace content {

namespace {

constexpr std::size_t longest_address = 300;

// An address of the web, without anything a log or a shell could stumble over.
bool is_https(std::string_view value) {
  return value.starts_with("https://") && value.size() > 8 && value.size() <= longest_address &&
         value.find_first_of(" \"'<>\\^`{|}") == std::string_view::npos;
}

SettingProblem set_repository(std::string& target, std::string_view value) {
  if (!is_https(value) && !value.starts_with('/'))
    return Sentence{"erwartet wird https://… oder ein Pfad, der mit / beginnt",
                    "https://… or a path that begins with / is expected"};
  target = value;
  return std::nullopt;
}

SettingProblem set_report_url(std::string& target, std::string_view value) {
  if (!is_https(value))
    return Sentence{"erwartet wird https://…", "https://… is expected"};
  target = value;
  return std::nullopt;
}

SettingProblem set_proxy(std::string& target, std::string_view value) {
  if (!value.starts_with("http://") && !value.starts_with("https://"))
    return Sentence{"erwartet wird http://rechner:port", "http://host:port is expected"};
  target = value;
  return std::nullopt;
}

SettingProblem set_patience(std::chrono::seconds& target, std::string_view value) {
  constexpr int least = 1, most = 600;
  int seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc() || end != value.data() + value.size() || seconds < least ||
      seconds > most)
    return Sentence{"erwartet wird eine ganze Zahl von 1 bis 600",
                    "a whole number from 1 to 600 is expected"};
  target = std::chrono::seconds(seconds);
  return std::nullopt;
}

// It becomes part of a file name and of a URL.
SettingProblem set_kiosk_id(std::string& target, std::string_view value) {
  constexpr std::string_view allowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  if (value.empty() || value.size() > 40 ||
      value.find_first_not_of(allowed) != std::string_view::npos)
    return Sentence{"erwartet werden 1 bis 40 Zeichen aus a–z, A–Z, 0–9, - und _",
                    "1 to 40 characters of a–z, A–Z, 0–9, - and _ are expected"};
  target = value;
  return std::nullopt;
}

// It becomes a word of lp's command line. CUPS itself forbids blanks, '/' and '#'.
SettingProblem set_printer(std::string& target, std::string_view value) {
  constexpr std::string_view allowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  if (value.empty() || value.size() > 127 || value.front() == '-' ||
      value.find_first_not_of(allowed) != std::string_view::npos)
    return Sentence{
        "erwartet wird der Name einer Warteschlange von CUPS: 1 bis 127 Zeichen aus a–z, "
        "A–Z, 0–9, -, _ und .",
        "the name of a queue of CUPS is expected: 1 to 127 characters of a–z, A–Z, "
        "0–9, -, _ and ."};
  target = value;
  return std::nullopt;
}

SettingProblem set_printer_paper(PrinterPaper& target, std::string_view value) {
  if (value != "a4" && value != "receipt")
    return Sentence{"erwartet wird a4 oder receipt", "a4 or receipt is expected"};
  target = value == "a4" ? PrinterPaper::A4 : PrinterPaper::Receipt;
  return std::nullopt;
}

SettingProblem set_system_updates(SystemUpdates& target, std::string_view value) {
  if (value != "yes" && value != "no")
    return Sentence{"erwartet wird yes oder no", "yes or no is expected"};
  target = value == "yes" ? SystemUpdates::On : SystemUpdates::Off;
  return std::nullopt;
}

struct Key {
  std::string_view name;
  SettingProblem (*set)(DeviceSettings& settings, std::string_view value);
};

using S = DeviceSettings;
constexpr std::array<Key, 17> keys{{
    {"store", [](S& s, std::string_view v) { return set_path(s.store, v); }},
    {"kiosk_state", [](S& s, std::string_view v) { return set_path(s.kiosk_state, v); }},
    {"exchange", [](S& s, std::string_view v) { return set_path(s.exchange, v); }},
    {"shipped", [](S& s, std::string_view v) { return set_path(s.shipped, v); }},
    {"repository", [](S& s, std::string_view v) { return set_repository(s.repository, v); }},
    {"proxy", [](S& s, std::string_view v) { return set_proxy(s.proxy, v); }},
    {"authorities", [](S& s, std::string_view v) { return set_path(s.authorities, v); }},
    {"client_certificate",
     [](S& s, std::string_view v) { return set_path(s.client_certificate, v); }},
    {"client_key", [](S& s, std::string_view v) { return set_path(s.client_key, v); }},
    {"patience_seconds", [](S& s, std::string_view v) { return set_patience(s.patience, v); }},
    {"kiosk_id", [](S& s, std::string_view v) { return set_kiosk_id(s.kiosk_id, v); }},
    {"report_url", [](S& s, std::string_view v) { return set_report_url(s.report_url, v); }},
    {"textfile", [](S& s, std::string_view v) { return set_path(s.textfile, v); }},
    {"printer", [](S& s, std::string_view v) { return set_printer(s.printer, v); }},
    {"printer_paper",
     [](S& s, std::string_view v) { return set_printer_paper(s.printer_paper, v); }},
    {"print_folder", [](S& s, std::string_view v) { return set_path(s.print_folder, v); }},
    {"system_updates",
     [](S& s, std::string_view v) { return set_system_updates(s.system_updates, v); }},
}};

// tests/kiosk/settings_test.cc holds this list against the kiosk's own.
constexpr std::array<std::string_view, 21> kiosk_keys{
    "bundle",          "fonts",         "panel_diagonal_inch",
    "panel_bottom_mm", "rotation",      "touch_matrix",
    "night",           "idle_seconds",  "warning_seconds",
    "double_touch_ms", "double_key_ms", "keypads",
    "speech_program",  "speech_device", "clip_program",
    "theme",           "service_pin",   "town",
    "district",        "phone",         "terminal"};

}  // namespace

Taken take_device_setting(DeviceSettings& settings, std::string_view key, std::string_view value,
                          SettingProblem& problem) {
  const auto at =
      std::find_if(keys.begin(), keys.end(), [&](const Key& one) { return one.name == key; });
  if (at == keys.end())
    return Taken::Unknown;
  problem = at->set(settings, value);
  return Taken::Known;
}

std::vector<std::string_view> device_setting_keys() {
  std::vector<std::string_view> names;
  for (const Key& key : keys)
    names.push_back(key.name);
  return names;
}

std::vector<std::string_view> kiosk_setting_keys() {
  return {kiosk_keys.begin(), kiosk_keys.end()};
}

DeviceReading read_device_settings(const std::filesystem::path& file) {
  DeviceReading reading;
  reading.findings = read_settings_file(
      file, [&](std::string_view key, std::string_view value, SettingProblem& problem) {
        if (std::find(kiosk_keys.begin(), kiosk_keys.end(), key) != kiosk_keys.end())
          return Taken::Known;
        return take_device_setting(reading.settings, key, value, problem);
      });
  return reading;
}

}  // namespace content
