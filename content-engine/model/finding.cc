#include "content-engine/model/finding.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace content {

static constexpr std::size_t longest_value = 80;

static std::string shown(std::string_view value) {
  if (value.size() <= longest_value)
    return std::string(value);
  std::size_t end = longest_value;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U)
    --end;
  return std::string(value.substr(0, end)) + "…";
}

static std::string filled(std::string_view pattern,
                          std::initializer_list<std::string_view> values) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char next = at + 1 < pattern.size() ? pattern[at + 1] : ' ';
    if (pattern[at] != '%' || next < '1' || next > '9') {
      text += pattern[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(next - '1');
    assert(index < values.size());
    text += shown(values.begin()[index]);
    ++at;
  }
  return text;
}

Sentence sentence(std::string_view german, std::string_view english,
                  std::initializer_list<std::string_view> values) {
  return {filled(german, values), filled(english, values)};
}

static const std::string& in(const Sentence& sentence, MessageLanguage language) {
  return language == MessageLanguage::German ? sentence.german : sentence.english;
}

std::string to_line(const Finding& finding, MessageLanguage language) {
  const bool german = language == MessageLanguage::German;
  const char* severity = finding.severity == Severity::Error ? (german ? "Fehler" : "error")
                                                             : (german ? "Warnung" : "warning");
  return finding.file + ':' + std::to_string(finding.line) + ": " + severity + " [" + finding.rule +
         "]: " + in(finding.problem, language) + "; " + in(finding.advice, language);
}

void sort_findings(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.line, a.rule) < std::tie(b.file, b.line, b.rule);
  });
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::Error; });
}

std::optional<MessageLanguage> parse_message_language(std::string_view word) {
  if (word == "de")
    return MessageLanguage::German;
  if (word == "en")
    return MessageLanguage::English;
  return std::nullopt;
}

}  // namespace content
