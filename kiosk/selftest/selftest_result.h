// What `wegweiser-device selftest --json` said, read from a file that another user wrote: at most
// so long, at most so many checks, texts without control characters. What is missing is empty,
// what is not one of our words is a failure; the file never decides more than what is read here.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/model/result.h"

namespace kiosk {

enum class CheckGrade : std::uint8_t { Fail, Warn, Pass, NotApplicable };  // the worst is the first

struct CheckResult {
  std::string name;
  CheckGrade grade{};
  content::Sentence title{};  // empty: the name is all there is
  content::Sentence reason;
  content::Sentence remedy;
  std::string figure;
};

struct SelftestResult {
  std::string kiosk;
  std::string program;
  std::string at;  // "2026-11-26T23:34:26Z"
  std::vector<CheckResult> checks;

  int count(CheckGrade grade) const;
};

inline constexpr std::size_t most_checks = 200;

// Malformed: no JSON, no self-test, or one of another kind.
content::Result<SelftestResult> parse_selftest(std::string_view json);
// The worst first, as they came otherwise.
std::vector<CheckResult> worst_first(std::vector<CheckResult> checks);
// For a QR code: the heads, then a line for each check that did not pass, and how many did.
std::string short_form(const SelftestResult& result, std::size_t most);
const content::Sentence& word_of(CheckGrade grade);

}  // namespace kiosk
