// The words of a command line, sorted into options and the rest. Shared by all programs so that
// they all read options the same way. A mistake never stops the parsing: the program still has to
// know in which language to say what is wrong.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"

namespace content {

struct Option {
  std::string name;  // "--today"
  bool takes_value = true;
  std::string short_name{};  // "-o"; empty: none
};

class Arguments final {
 public:
  // Reads «--name VALUE», «--name=VALUE», «-o VALUE», switches, and «--», after which nothing is
  // an option. Options may stand anywhere; one given twice keeps all its values.
  static Arguments parse(const std::vector<std::string>& words, const std::vector<Option>& options);

  // The first thing that cannot be understood: an unknown option, a value that is missing.
  const std::optional<Sentence>& mistake() const { return mistake_; }
  const std::vector<std::string>& positional() const { return positional_; }
  bool has(std::string_view option) const;
  // The last value given.
  std::optional<std::string> value(std::string_view option) const;
  std::vector<std::string> values(std::string_view option) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
  std::vector<std::string> positional_;
  std::optional<Sentence> mistake_;
};

// argv without the program's own name.
std::vector<std::string> command_line(int argc, char** argv);

// What a locale's name (LC_ALL, LC_MESSAGES or LANG) says about messages: de* is German, everything
// else English.
MessageLanguage message_language_of(std::string_view locale);
// The same from this process's environment, the first of the three that is set.
MessageLanguage message_language_of_environment();

}  // namespace content
