// One record of the source (a row of a table, the keys of a head) and the typed reading of its
// fields. What does not fit is a finding at the field's line, and the reading goes on with a value
// that says «unset», so that one mistake is reported once.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"
#include "content-engine/model/finding.h"

namespace content {

enum class IdForm { Plain, Dotted };

class Record final {
 public:
  // The findings must outlive the record.
  Record(std::string file, int line, std::vector<Finding>& findings);

  void set(std::string key, std::string value, int line);

  // A field nobody may miss any more: its absence has been reported elsewhere.
  void forgive(std::string key);

  const std::string& file() const { return file_; }
  int line() const { return line_; }
  // Of the field when it is there, else of the record.
  int line(std::string_view key) const;
  bool has(std::string_view key) const;
  const std::map<std::string, std::pair<std::string, int>, std::less<>>& fields() const;

  // May be empty or absent.
  std::string text(std::string_view key) const;
  // Absent or empty is a finding.
  std::string required(std::string_view key);
  std::string id(std::string_view key, IdForm form = IdForm::Plain);
  Date date(std::string_view key);
  std::optional<Date> date_or_none(std::string_view key);
  int number(std::string_view key);
  // "yes" or "no"; absent is none.
  std::optional<bool> yes_no(std::string_view key);
  // Separated by spaces.
  std::vector<std::string> words(std::string_view key) const;

  // One word of a closed list; `known` is how the finding names them.
  template <typename Enum>
  Enum word(std::string_view key, std::optional<Enum> (*parse)(std::string_view),
            std::string_view known) {
    const std::string value = required(key);
    const std::optional<Enum> parsed = parse(value);
    if (!parsed && !value.empty())
      report_value(key, value, known, known);
    return parsed.value_or(Enum{});
  }
  std::string word_of(std::string_view key, const std::vector<std::string_view>& known);

  void report(std::string_view key, std::string_view rule, Sentence problem, Sentence advice);
  // The last two say what would be allowed.
  void report_value(std::string_view key, std::string_view value, std::string_view german,
                    std::string_view english);

 private:
  std::string file_;
  int line_;
  std::map<std::string, std::pair<std::string, int>, std::less<>> fields_;
  std::set<std::string, std::less<>> forgiven_;
  std::vector<Finding>* findings_;
};

}  // namespace content
