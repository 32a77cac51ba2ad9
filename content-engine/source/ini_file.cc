#include "content-engine/source/ini_file.h"

#include <set>

#include "content-engine/source/source_text.h"

namespace content {

std::string unescaped(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char next = at + 1 < value.size() ? value[at + 1] : ' ';
    if (value[at] == '\\' && (next == 'n' || next == '\\')) {
      text += next == 'n' ? '\n' : '\\';
      ++at;
    } else {
      text += value[at];
    }
  }
  return text;
}

std::vector<IniEntry> parse_ini(std::string_view text, const std::string& file,
                                std::vector<Finding>& findings) {
  std::vector<IniEntry> entries;
  std::set<std::string> seen;
  int number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty() || line.front() == '#')
      continue;
    const std::size_t equals = line.find('=');
    const std::string key(trimmed(line.substr(0, equals)));
    if (equals == std::string_view::npos || key.empty()) {
      findings.push_back(
          {file, number, Severity::Error, "ini-line",
           sentence("Diese Zeile ist kein «Schlüssel = Wert»", "this line is no «key = value»"),
           sentence("die Zeile ergänzen oder mit # auskommentieren",
                    "complete the line or comment it out with #")});
      continue;
    }
    if (!seen.insert(key).second) {
      findings.push_back(
          {file, number, Severity::Error, "key-twice",
           sentence("«%1» steht schon weiter oben", "«%1» is given above already", {key}),
           sentence("eine der beiden Zeilen löschen", "delete one of the two lines")});
      continue;
    }
    entries.push_back({key, unescaped(trimmed(line.substr(equals + 1))), number});
  }
  return entries;
}

}  // namespace content
