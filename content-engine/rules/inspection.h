// What every rule is given and where it says what it found. A rule is a function of the edition,
// the day and the text engine; it changes nothing and knows nothing of other rules. A value that
// reading could not make sense of is «unset» (an empty text, Date{}) and has been reported already:
// rules pass over it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/positions.h"
#include "kiosk/text/paragraph.h"

namespace content {

class Inspection final {
 public:
  // Everything must outlive the inspection.
  Inspection(const Edition& of, const Positions& where, Date day, kiosk::TextEngine& engine)
      : edition(of), positions(where), today(day), text(engine) {}

  const Edition& edition;
  const Positions& positions;
  const Date today;
  kiosk::TextEngine& text;

  void error(const std::string& file, int line, std::string_view rule, Sentence problem,
             Sentence advice) {
    add(file, line, Severity::Error, rule, std::move(problem), std::move(advice));
  }
  void warning(const std::string& file, int line, std::string_view rule, Sentence problem,
               Sentence advice) {
    add(file, line, Severity::Warning, rule, std::move(problem), std::move(advice));
  }
  void add(const std::string& file, int line, Severity severity, std::string_view rule,
           Sentence problem, Sentence advice) {
    findings_.push_back(
        {file, line, severity, std::string(rule), std::move(problem), std::move(advice)});
  }
  // Of a key in a topic's head; 1 when it is not written there.
  int line_of(const std::string& file, std::string_view key) const {
    const int line = positions.line(file, key);
    return line == 0 ? 1 : line;
  }

  std::vector<Finding> take_findings() { return std::move(findings_); }

 private:
  std::vector<Finding> findings_;
};

}  // namespace content
