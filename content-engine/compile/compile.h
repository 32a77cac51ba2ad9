// The editors' folder → one bundle: reading, rules, writing. Nothing is written while there are
// errors. The same folder, day and fonts give the same bytes and the same findings.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/result.h"

namespace kiosk {
class TextEngine;
}

namespace content {

struct Checked {
  Edition edition;
  std::vector<Finding> findings;  // of reading and of all rules, sorted
};

// Fails only when there is no such folder; what is wrong in it are findings.
Result<Checked> check_folder(const std::filesystem::path& folder, Date today,
                             kiosk::TextEngine& text);

struct Compiled {
  Checked checked;
  std::string sha256;  // of the bundle; empty: there are errors and nothing was written
};

// Fails when there is no such folder or `file` cannot be written.
Result<Compiled> compile(const std::filesystem::path& folder, const std::filesystem::path& file,
                         Date today, kiosk::TextEngine& text);

}  // namespace content
