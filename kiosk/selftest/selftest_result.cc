#include "kiosk/selftest/selftest_result.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content-engine/store/examination.h"

namespace kiosk {
namespace {

constexpr std::size_t longest_text = 600;

using nlohmann::json;

std::string text_in(const json& object, const char* name) {
  const auto at = object.find(name);
  if (at == object.end() || !at->is_string())
    return {};
  std::string text = at->get<std::string>();
  if (text.size() > longest_text) {
    std::size_t end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
      --end;
    text.resize(end);
  }
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      c = ' ';
  return text;
}

content::Sentence sentence_in(const json& object, const char* name) {
  const auto at = object.find(name);
  if (at == object.end() || !at->is_object())
    return {};
  return {text_in(*at, "de"), text_in(*at, "en")};
}

CheckGrade grade_of(const std::string& word) {
  return word == "pass"             ? CheckGrade::Pass
         : word == "warn"           ? CheckGrade::Warn
         : word == "not-applicable" ? CheckGrade::NotApplicable
                                    : CheckGrade::Fail;
}

std::string_view plain_word(CheckGrade grade) {
  return grade == CheckGrade::Fail   ? "fail"
         : grade == CheckGrade::Warn ? "warn"
         : grade == CheckGrade::Pass ? "pass"
                                     : "n/a";
}

}  // namespace

int SelftestResult::count(CheckGrade grade) const {
  return static_cast<int>(std::count_if(
      checks.begin(), checks.end(), [&](const CheckResult& one) { return one.grade == grade; }));
}

content::Result<SelftestResult> parse_selftest(std::string_view text) {
  if (text.size() > static_cast<std::size_t>(content::selftest_limit))
    return content::Failure{content::Refusal::TooLarge, "a self-test's result is too large"};
  const json all = json::parse(text, nullptr, false);
  if (!all.is_object() || all.value("wegweiser_selftest", json()) != 1)
    return content::Failure{content::Refusal::Malformed, "this is no self-test's result"};
  SelftestResult result{.kiosk = text_in(all, "kiosk"),
                        .program = text_in(all, "program"),
                        .at = text_in(all, "at"),
                        .checks = {}};
  const auto checks = all.find("checks");
  if (checks == all.end() || !checks->is_array())
    return content::Failure{content::Refusal::Malformed, "a self-test without checks"};
  for (const json& check : *checks) {
    if (!check.is_object() || result.checks.size() >= most_checks)
      continue;
    result.checks.push_back({.name = text_in(check, "check"),
                             .grade = grade_of(text_in(check, "result")),
                             .title = sentence_in(check, "title"),
                             .reason = sentence_in(check, "reason"),
                             .remedy = sentence_in(check, "remedy"),
                             .figure = text_in(check, "figure")});
  }
  return result;
}

std::vector<CheckResult> worst_first(std::vector<CheckResult> checks) {
  std::stable_sort(checks.begin(), checks.end(),
                   [](const CheckResult& a, const CheckResult& b) { return a.grade < b.grade; });
  return checks;
}

std::string short_form(const SelftestResult& result, std::size_t most) {
  std::string text =
      "Wegweiser self-test\n" + result.kiosk + "\n" + result.program + "\n" + result.at + "\n";
  for (const CheckGrade grade :
       {CheckGrade::Fail, CheckGrade::Warn, CheckGrade::Pass, CheckGrade::NotApplicable})
    text += std::string(plain_word(grade)) + " " + std::to_string(result.count(grade)) + "\n";
  for (const CheckResult& check : worst_first(result.checks)) {
    if (check.grade != CheckGrade::Fail && check.grade != CheckGrade::Warn)
      break;
    const std::string line = std::string(plain_word(check.grade)) + ": " + check.name +
                             (check.figure.empty() ? "" : " (" + check.figure + ")") + "\n";
    if (text.size() + line.size() > most)
      break;
    text += line;
  }
  return text;
}

const content::Sentence& word_of(CheckGrade grade) {
  static const content::Sentence fail{"Fehler", "Failure"}, warn{"Warnung", "Warning"},
      pass{"In Ordnung", "Pass"}, none{"Entfällt", "Not applicable"};
  return grade == CheckGrade::Fail   ? fail
         : grade == CheckGrade::Warn ? warn
         : grade == CheckGrade::Pass ? pass
                                     : none;
}

}  // namespace kiosk
