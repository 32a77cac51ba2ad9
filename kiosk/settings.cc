#include "kiosk/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "content-engine/model/words.h"
#include "content-engine/store/pin_hash.h"

namespace kiosk {
namespace {

using content::Sentence;

struct Number {
  double least;
  double most;
};

// The whole value must be a plain decimal number within the range.
std::optional<double> parse_number(std::string_view value, Number range) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || end != value.data() + value.size())
    return std::nullopt;
  if (!(number >= range.least && number <= range.most))  // also refuses NaN
    return std::nullopt;
  return number;
}

std::string written(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

using Problem = content::SettingProblem;

Problem out_of(Number range) {
  const std::string span = written(range.least);
  return Sentence{"erwartet wird eine Zahl von " + span + " bis " + written(range.most),
                  "a number from " + span + " to " + written(range.most) + " is expected"};
}

Problem set_number(double& target, std::string_view value, Number range) {
  const auto number = parse_number(value, range);
  if (!number)
    return out_of(range);
  target = *number;
  return std::nullopt;
}

Problem set_time(std::chrono::milliseconds& target, std::string_view value, Number range,
                 double milliseconds) {
  const auto number = parse_number(value, range);
  if (!number)
    return out_of(range);
  target = std::chrono::milliseconds(static_cast<long>(*number * milliseconds));
  return std::nullopt;
}

Problem set_theme(Theme& target, std::string_view value) {
  constexpr std::array<std::string_view, 4> words{"light", "dark", "contrast-dark",
                                                  "contrast-light"};
  const auto theme = content::find_word<Theme>(words, value);
  if (!theme)
    return Sentence{"erwartet wird light, dark, contrast-dark oder contrast-light",
                    "light, dark, contrast-dark or contrast-light is expected"};
  target = *theme;
  return std::nullopt;
}

Problem set_rotation(Rotation& target, std::string_view value) {
  constexpr std::array<std::string_view, 4> words{"0", "90", "180", "270"};
  const auto rotation = content::find_word<Rotation>(words, value);
  if (!rotation)
    return Sentence{"erwartet wird 0, 90, 180 oder 270", "0, 90, 180 or 270 is expected"};
  target = *rotation;
  return std::nullopt;
}

Problem set_pin(std::string& target, std::string_view value) {
  if (!content::is_pin_hash(value))
    return Sentence{"erwartet wird die Zeile, die `wegweiser-device pin` nennt",
                    "the line that `wegweiser-device pin` prints is expected"};
  target = value;
  return std::nullopt;
}

Problem set_touch(Calibration& target, std::string_view value) {
  const auto calibration = calibration_from(value);
  if (!calibration)
    return Sentence{
        "erwartet werden sechs Zahlen mit Leerzeichen dazwischen, mit denen jede Taste "
        "erreichbar bleibt; ohne Kalibrierung 1 0 0 0 1 0",
        "six numbers between spaces are expected that leave every key in reach; "
        "without calibration 1 0 0 0 1 0"};
  target = *calibration;
  return std::nullopt;
}

Problem set_night(std::optional<Night>& target, std::string_view value) {
  const auto night = parse_night(value);
  if (!night && value != "off")
    return Sentence{"erwartet wird off oder eine Zeit wie 20:00-07:00",
                    "off or hours like 20:00-07:00 are expected"};
  target = night;
  return std::nullopt;
}

struct Key {
  std::string_view name;
  Problem (*set)(Settings& settings, std::string_view value);
};

constexpr std::array<Key, 21> keys{{
    {"bundle", [](Settings& s, std::string_view v) { return content::set_path(s.bundle, v); }},
    {"fonts", [](Settings& s, std::string_view v) { return content::set_path(s.fonts, v); }},
    {"panel_diagonal_inch",
     [](Settings& s, std::string_view v) {
       return set_number(s.panel_diagonal_inch, v, {7, 100});
     }},
    {"panel_bottom_mm",
     [](Settings& s, std::string_view v) {
       return set_number(s.panel_bottom_mm, v, {0, 2000});
     }},
    {"rotation", [](Settings& s, std::string_view v) { return set_rotation(s.rotation, v); }},
    {"touch_matrix", [](Settings& s, std::string_view v) { return set_touch(s.touch, v); }},
    {"night", [](Settings& s, std::string_view v) { return set_night(s.night, v); }},
    {"idle_seconds",
     [](Settings& s, std::string_view v) {
       return set_time(s.idle.until_warning, v, {5, 3600}, 1000);
     }},
    {"warning_seconds",
     [](Settings& s, std::string_view v) {
       return set_time(s.idle.warning, v, {5, 300}, 1000);
     }},
    {"double_touch_ms",
     [](Settings& s, std::string_view v) {
       return set_time(s.double_touch, v, {0, 1000}, 1);
     }},
    {"double_key_ms",
     [](Settings& s, std::string_view v) {
       return set_time(s.double_key, v, {0, 1000}, 1);
     }},
    {"keypads", [](Settings& s, std::string_view v) { return content::set_path(s.keypads, v); }},
    {"speech_program",
     [](Settings& s, std::string_view v) { return content::set_text(s.speech_program, v); }},
    {"speech_device",
     [](Settings& s, std::string_view v) { return content::set_text(s.speech_device, v); }},
    {"clip_program",
     [](Settings& s, std::string_view v) { return content::set_text(s.clip_program, v); }},
    {"theme", [](Settings& s, std::string_view v) { return set_theme(s.theme, v); }},
    {"service_pin", [](Settings& s, std::string_view v) { return set_pin(s.service_pin, v); }},
    {"town", [](Settings& s, std::string_view v) { return content::set_text(s.town, v); }},
    {"district", [](Settings& s, std::string_view v) { return content::set_text(s.district, v); }},
    {"phone", [](Settings& s, std::string_view v) { return content::set_text(s.phone, v); }},
    {"terminal", [](Settings& s, std::string_view v) { return content::set_text(s.terminal, v); }},
}};

}  // namespace

static content::TakeSetting taking(Settings& settings) {
  return [&settings](std::string_view name, std::string_view value, Problem& problem) {
    const auto key = std::find_if(keys.begin(), keys.end(),
                                  [&](const Key& candidate) { return candidate.name == name; });
    if (key == keys.end())
      return content::take_device_setting(settings.device, name, value, problem);
    problem = key->set(settings, value);
    return content::Taken::Known;
  };
}

SettingsReading parse_settings(std::string_view text, std::string_view file) {
  SettingsReading reading;
  reading.findings = content::read_settings_lines(text, file, taking(reading.settings));
  return reading;
}

SettingsReading read_settings(const std::filesystem::path& file) {
  SettingsReading reading;
  reading.findings = content::read_settings_file(file, taking(reading.settings));
  return reading;
}

Panel panel_of(Size size, const Settings& settings) {
  constexpr double mm_per_inch = 25.4;
  constexpr double steps = 1000;  // as exact as the look's own 3.942 px a millimetre
  const double px_per_mm =
      std::hypot(size.width, size.height) / (settings.panel_diagonal_inch * mm_per_inch);
  return {.size = size,
          .px_per_mm = std::round(px_per_mm * steps) / steps,
          .bottom_mm = settings.panel_bottom_mm};
}

std::vector<std::string_view> settings_keys() {
  std::vector<std::string_view> names;
  for (const Key& key : keys)
    names.push_back(key.name);
  return names;
}

}  // namespace kiosk
