// The rules by name: what `check --rules` lists and what the guide for editors explains. Reading
// the source has rules too; they are listed here with the others, so that an editor need not know
// who noticed.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"

namespace content {

struct Rule {
  std::string id;
  Severity severity{};  // the gravest it gives; imported and translated pages are judged milder
  Sentence about;       // what it wants
};

// By id.
std::vector<Rule> all_rules();

}  // namespace content
