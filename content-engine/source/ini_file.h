// «key = value» files: town.ini, topic.ini and the interface words. FORMAT.md has the grammar.
// Entries keep the order and the line in which they were written.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"

namespace content {

struct IniEntry {
  std::string key;
  std::string value;
  int line = 0;

  bool operator==(const IniEntry&) const = default;
};

// `text` is clean text. A key given twice keeps its first value; the second is a finding.
std::vector<IniEntry> parse_ini(std::string_view text, const std::string& file,
                                std::vector<Finding>& findings);

// "\n" becomes a line break and "\\" a backslash; every other backslash stays as it is.
std::string unescaped(std::string_view value);

}  // namespace content
