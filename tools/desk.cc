#include "tools/desk.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace content {

const std::string& in(const Sentence& sentence, MessageLanguage language) {
  return language == MessageLanguage::German ? sentence.german : sentence.english;
}

Result<std::unique_ptr<kiosk::TextEngine>> open_text(const Desk& desk) {
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe");
  const std::filesystem::path installed =
      program.parent_path().parent_path() / "share" / "wegweiser" / "fonts";
  return kiosk::TextEngine::open(desk.arguments.value("--fonts").value_or(installed.string()));
}

static nlohmann::json both(const Sentence& sentence) {
  return {{"de", sentence.german}, {"en", sentence.english}};
}

void print_findings(const Desk& desk, const std::vector<Finding>& findings) {
  const auto errors = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == Severity::Error;
  });
  const auto warnings = static_cast<std::ptrdiff_t>(findings.size()) - errors;
  if (desk.arguments.has("--json")) {
    nlohmann::json list = nlohmann::json::array();
    for (const Finding& finding : findings)
      list.push_back({{"file", finding.file},
                      {"line", finding.line},
                      {"severity", finding.severity == Severity::Error ? "error" : "warning"},
                      {"rule", finding.rule},
                      {"problem", both(finding.problem)},
                      {"advice", both(finding.advice)}});
    const nlohmann::json all{{"findings", list}, {"errors", errors}, {"warnings", warnings}};
    std::printf("%s\n", all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
    return;
  }
  for (const Finding& finding : findings)
    std::printf("%s\n", to_line(finding, desk.messages).c_str());
  const Sentence summary = sentence("%1 Fehler, %2 Warnungen", "%1 errors, %2 warnings",
                                    {std::to_string(errors), std::to_string(warnings)});
  std::printf("%s\n", in(summary, desk.messages).c_str());
}

int fail(const Desk& desk, const Sentence& problem) {
  std::fprintf(stderr, "wegweiser-content: %s\n", in(problem, desk.messages).c_str());
  return exit_failure;
}

// The message of a failure is one English sentence for logs; what kind of failure it is says enough
// to know where to look.
static const char* kind_in_german(Refusal refusal) {
  switch (refusal) {
    case Refusal::NotFound:
      return "Nicht gefunden";
    case Refusal::Malformed:
      return "Beschädigt oder etwas anderes";
    case Refusal::TooLarge:
      return "Zu groß";
    case Refusal::Unsupported:
      return "Für eine andere Version des Programms";
    case Refusal::Untrusted:
      return "Nicht vertrauenswürdig";
    case Refusal::Expired:
      return "Abgelaufen";
    case Refusal::RolledBack:
      return "Älter als das, was schon galt";
    case Refusal::NoSpace:
      return "Kein Platz mehr";
    case Refusal::Unavailable:
      return "Nicht zu lesen oder nicht zu schreiben";
    case Refusal::Invalid:
      return "Falsche Angabe";
  }
  return "Fehler";
}

int fail(const Desk& desk, const Failure& failure) {
  return fail(desk, {std::string(kind_in_german(failure.refusal)) + ": " + failure.message,
                     failure.message});
}

}  // namespace content
