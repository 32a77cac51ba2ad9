// A bundle that is about to be published, read whole and verified as a kiosk would verify it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "content-engine/model/date.h"
#include "content-engine/model/result.h"

namespace content {

struct NewEdition {
  std::string bytes;
  std::string sha256;
  int major = 0;  // the bundle's format
  int minor = 0;
  Date edition;
  std::string town;
};

// Refusals are those of open_bundle(): what no kiosk would show is not published.
Result<NewEdition> read_new_edition(const std::filesystem::path& bundle);

}  // namespace content
