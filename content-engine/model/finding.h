// What a rule says to an editor: where, what is wrong, what to do. Findings are collected, all of
// them; they are never exceptions. Rule ids and severities are the same in every message language.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

enum class Severity { Error, Warning };
enum class MessageLanguage { German, English };

// A sentence said to editors and technicians, written in both languages where it arises.
struct Sentence {
  std::string german;
  std::string english;

  bool operator==(const Sentence&) const = default;
};

// "%1" … "%9" in both sentences are replaced by the values; a long value is cut, for what editors
// and strangers type must not bury the message.
Sentence sentence(std::string_view german, std::string_view english,
                  std::initializer_list<std::string_view> values = {});

struct Finding {
  std::string file;  // relative to the source folder
  int line = 0;      // from 1; 0: the file as a whole
  Severity severity = Severity::Error;
  std::string rule;  // "plan-missing"
  Sentence problem;
  Sentence advice;

  bool operator==(const Finding&) const = default;
};

// "topics/a/tr.md:12: error [link-topic]: what is wrong; what to do"
std::string to_line(const Finding& finding, MessageLanguage language);
// By file, line, rule; the order in which check prints.
void sort_findings(std::vector<Finding>& findings);
bool has_errors(const std::vector<Finding>& findings);
// "de" or "en"; anything else is none.
std::optional<MessageLanguage> parse_message_language(std::string_view word);

}  // namespace content
