// The head of a page: «key: value» lines between two lines «---», before the blocks.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/source/ini_file.h"

namespace content {

struct FrontMatter {
  std::vector<IniEntry> entries;
  std::string_view body;  // into the parsed text
  int body_line = 1;      // the line in which the body begins
  bool present = false;   // a page without a head is a finding
};

// `text` is clean text and must outlive the result.
FrontMatter parse_front_matter(std::string_view text, const std::string& file,
                               std::vector<Finding>& findings);

}  // namespace content
