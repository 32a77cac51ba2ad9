#include "kiosk/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "content-engine/model/words.h"

namespace kiosk {
namespace {

using content::Finding;
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

// What is wrong with a value; nothing when it was taken.
using Problem = std::optional<Sentence>;

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

Problem set_path(std::filesystem::path& target, std::string_view value) {
  std::filesystem::path path(value);
  if (!path.is_absolute())
    return Sentence{"der Pfad muss mit / beginnen", "the path must begin with /"};
  target = std::move(path);
  return std::nullopt;
}

Problem set_text(std::string& target, std::string_view value) {
  constexpr std::size_t longest = 60;
  if (value.empty() || value.size() > longest)
    return Sentence{"erwartet werden 1 bis 60 Zeichen", "1 to 60 characters are expected"};
  target = value;
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

struct Key {
  std::string_view name;
  Problem (*set)(Settings& settings, std::string_view value);
};

constexpr std::array<Key, 12> keys{{
    {"bundle", [](Settings& s, std::string_view v) { return set_path(s.bundle, v); }},
    {"fonts", [](Settings& s, std::string_view v) { return set_path(s.fonts, v); }},
    {"panel_diagonal_inch",
     [](Settings& s, std::string_view v) {
       return set_number(s.panel_diagonal_inch, v, {7, 100});
     }},
    {"panel_bottom_mm",
     [](Settings& s, std::string_view v) {
       return set_number(s.panel_bottom_mm, v, {0, 2000});
     }},
    {"rotation", [](Settings& s, std::string_view v) { return set_rotation(s.rotation, v); }},
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
    {"theme", [](Settings& s, std::string_view v) { return set_theme(s.theme, v); }},
    {"town", [](Settings& s, std::string_view v) { return set_text(s.town, v); }},
    {"phone", [](Settings& s, std::string_view v) { return set_text(s.phone, v); }},
    {"terminal", [](Settings& s, std::string_view v) { return set_text(s.terminal, v); }},
}};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

Finding mistake(std::string_view file, int line, Sentence problem, Sentence advice) {
  return {.file = std::string(file),
          .line = line,
          .severity = content::Severity::Error,
          .rule = "settings",
          .problem = std::move(problem),
          .advice = std::move(advice)};
}

Sentence see_documentation() {
  return {"alle Schlüssel erklärt board-support/wegweiser.conf",
          "board-support/wegweiser.conf explains every key"};
}

// A byte that a log line or the screen could not show.
bool printable(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

}  // namespace

SettingsReading parse_settings(std::string_view text, std::string_view file) {
  SettingsReading reading;
  const auto report = [&](int line, Sentence problem, Sentence advice) {
    reading.findings.push_back(mistake(file, line, std::move(problem), std::move(advice)));
  };
  if (text.size() > settings_limit) {
    report(0, {"die Datei ist größer als 64 KiB", "the file is larger than 64 KiB"},
           see_documentation());
    return reading;
  }
  if (text.starts_with("\xEF\xBB\xBF"))
    text.remove_prefix(3);
  std::set<std::string_view> seen;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#')
      continue;
    const auto equals = line.find('=');
    if (!printable(line) || equals == std::string_view::npos) {
      report(number, {"keine Zeile der Form «Schlüssel = Wert»", "not a line «key = value»"},
             see_documentation());
      continue;
    }
    const std::string_view name = trimmed(line.substr(0, equals));
    const auto key = std::find_if(keys.begin(), keys.end(),
                                  [&](const Key& candidate) { return candidate.name == name; });
    if (key == keys.end()) {
      report(number, content::sentence("«%1» gibt es nicht", "«%1» is not a setting", {name}),
             see_documentation());
      continue;
    }
    if (!seen.insert(key->name).second) {
      report(number,
             content::sentence("«%1» steht schon weiter oben", "«%1» is already set above", {name}),
             {"eine der beiden Zeilen löschen", "delete one of the two lines"});
      continue;
    }
    const auto problem = key->set(reading.settings, trimmed(line.substr(equals + 1)));
    if (problem)
      report(
          number,
          {std::string(name) + ": " + problem->german, std::string(name) + ": " + problem->english},
          see_documentation());
  }
  return reading;
}

SettingsReading read_settings(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(settings_limit + 1, '\0');
  if (in)
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in.is_open() || in.bad()) {
    SettingsReading reading;
    reading.findings.push_back(mistake(
        file.generic_string(), 0, {"die Datei lässt sich nicht lesen", "the file cannot be read"},
        {"Name und Rechte prüfen", "check its name and permissions"}));
    return reading;
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  return parse_settings(text, file.generic_string());
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
