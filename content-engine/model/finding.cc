#include "content-engine/model/finding.h"

#include <algorithm>
#include <tuple>

namespace content {

static const std::string& in(const Sentence& sentence, MessageLanguage language) {
  return language == MessageLanguage::German ? sentence.german : sentence.english;
}

std::string to_line(const Finding& finding, MessageLanguage language) {
  const bool german = language == MessageLanguage::German;
  const char* severity = finding.severity == Severity::Error ? (german ? "Fehler" : "error")
                                                             : (german ? "Warnung" : "warning");
  return finding.file + ':' + std::to_string(finding.line) + ": " + severity + " [" +
         finding.rule + "]: " + in(finding.problem, language) + "; " +
         in(finding.advice, language);
}

void sort_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.line, a.rule) < std::tie(b.file, b.line, b.rule);
  });
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::Error;
  });
}

std::optional<MessageLanguage> parse_message_language(std::string_view word) {
  if (word == "de")
    return MessageLanguage::German;
  if (word == "en")
    return MessageLanguage::English;
  return std::nullopt;
}

}  // namespace content
