#include "content-engine/store/settings_lines.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "content-engine/store/files.h"

namespace content {

namespace {

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
          .severity = Severity::Error,
          .rule = "settings",
          .problem = std::move(problem),
          .advice = std::move(advice)};
}

Sentence see_documentation() {
  return {"alle Schlüssel erklärt die Vorlage (/usr/share/wegweiser/wegweiser.conf)",
          "the template explains every key (/usr/share/wegweiser/wegweiser.conf)"};
}

// A byte that a log line or the screen could not show.
bool printable(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7F;
  });
}

}  // namespace

std::vector<Finding> read_settings_lines(std::string_view text, std::string_view file,
                                         const TakeSetting& take) {
  std::vector<Finding> findings;
  const auto report = [&](int line, Sentence problem, Sentence advice) {
    findings.push_back(mistake(file, line, std::move(problem), std::move(advice)));
  };
  if (text.size() > settings_limit) {
    report(0, {"die Datei ist größer als 64 KiB", "the file is larger than 64 KiB"},
           see_documentation());
    return findings;
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
    const std::string_view key = trimmed(line.substr(0, equals));
    if (!seen.insert(key).second) {
      report(number, sentence("«%1» steht schon weiter oben", "«%1» is already set above", {key}),
             {"eine der beiden Zeilen löschen", "delete one of the two lines"});
      continue;
    }
    SettingProblem problem;
    if (take(key, trimmed(line.substr(equals + 1)), problem) == Taken::Unknown)
      report(number, sentence("«%1» gibt es nicht", "«%1» is not a setting", {key}),
             see_documentation());
    else if (problem)
      report(
          number,
          {std::string(key) + ": " + problem->german, std::string(key) + ": " + problem->english},
          see_documentation());
  }
  return findings;
}

std::vector<Finding> read_settings_file(const std::filesystem::path& file,
                                        const TakeSetting& take) {
  const auto text = read_file(file, static_cast<std::int64_t>(settings_limit));
  if (text)
    return read_settings_lines(*text, file.generic_string(), take);
  if (text.failure().refusal == Refusal::TooLarge)
    return read_settings_lines(std::string(settings_limit + 1, '#'), file.generic_string(), take);
  return {mistake(file.generic_string(), 0,
                  {"die Datei lässt sich nicht lesen", "the file cannot be read"},
                  {"Name und Rechte prüfen", "check its name and permissions"})};
}

SettingProblem set_path(std::filesystem::path& target, std::string_view value) {
  std::filesystem::path path(value);
  if (!path.is_absolute())
    return Sentence{"der Pfad muss mit / beginnen", "the path must begin with /"};
  target = std::move(path);
  return std::nullopt;
}

SettingProblem set_text(std::string& target, std::string_view value) {
  constexpr std::size_t longest = 60;
  if (value.empty() || value.size() > longest)
    return Sentence{"erwartet werden 1 bis 60 Zeichen", "1 to 60 characters are expected"};
  target = value;
  return std::nullopt;
}

}  // namespace content
