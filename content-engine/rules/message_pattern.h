// An interface word taken apart: which values it names and which plural forms it writes. Values are
// ICU MessageFormat patterns.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct MessagePattern {
  std::set<std::string> arguments;
  // One entry for each plural argument: the forms it writes, without explicit ones like «=1».
  std::vector<std::set<std::string>> plurals;

  bool operator==(const MessagePattern&) const = default;
};

// None when it is no pattern.
std::optional<MessagePattern> parse_pattern(std::string_view pattern);

// The plural forms that whole numbers take in a locale: "one", "few", … and always "other". Forms
// that only fractions or numbers in the millions take are not among them: no screen counts so far.
std::set<std::string> plural_forms(const std::string& locale);

}  // namespace content
