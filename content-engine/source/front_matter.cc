#include "content-engine/source/front_matter.h"

#include <algorithm>

#include "content-engine/source/source_text.h"

namespace content {

static constexpr std::string_view fence = "---";

static std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return trimmed(line);
}

FrontMatter parse_front_matter(std::string_view text, const std::string& file,
                               std::vector<Finding>& findings) {
  const auto report = [&](int line, std::string_view rule, Sentence problem, Sentence advice) {
    findings.push_back(
        {file, line, Severity::Error, std::string(rule), std::move(problem), std::move(advice)});
  };
  const Sentence how = sentence(
      "die Seite mit --- beginnen, darunter provenance:, updated: und bei Übersetzungen based-on:, "
      "dann ---",
      "begin the page with ---, then provenance:, updated: and in translations based-on:, then "
      "---");
  FrontMatter head;
  head.body = text;
  std::string_view rest = text;
  if (take_line(rest) != fence) {
    report(1, "head-form", sentence("Der Kopf der Seite fehlt", "the page has no head"), how);
    return head;
  }
  int number = 1;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const std::string_view line = take_line(rest);
    ++number;
    if (line.starts_with("##")) {
      head.body = before;
      head.body_line = number;
      break;
    }
    if (line == fence) {
      head.present = true;
      head.body = rest;
      head.body_line = number + 1;
      return head;
    }
    if (line.empty())
      continue;
    const std::size_t colon = line.find(':');
    std::string key(trimmed(line.substr(0, colon)));
    if (colon == std::string_view::npos || key.empty()) {
      report(number, "head-form",
             sentence("Diese Zeile im Kopf ist kein «Schlüssel: Wert»",
                      "this line of the head is no «key: value»"),
             how);
      continue;
    }
    if (std::any_of(head.entries.begin(), head.entries.end(),
                    [&](const IniEntry& entry) { return entry.key == key; })) {
      report(number, "key-twice",
             sentence("«%1» steht schon weiter oben", "«%1» is given above already", {key}),
             sentence("eine der beiden Zeilen löschen", "delete one of the two lines"));
      continue;
    }
    head.entries.push_back({std::move(key), std::string(trimmed(line.substr(colon + 1))), number});
  }
  report(1, "head-form", sentence("Der Kopf der Seite endet nicht", "the page's head never ends"),
         how);
  return head;
}

}  // namespace content
