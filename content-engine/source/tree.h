// The editors' folder → an edition. FORMAT.md says what the folder holds. Everything is read even
// when parts are wrong, so that all findings come at once.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/positions.h"
#include "content-engine/model/result.h"

namespace content {

struct Source {
  Edition edition;
  Positions positions;
  std::vector<Finding> findings;  // of reading; the rules have theirs
};

// NotFound or Unavailable when there is no such folder; everything else is a finding.
Result<Source> read_source(const std::filesystem::path& folder);

}  // namespace content
