// The sheets that the kiosk has laid in the print folder. What is taken is read once and is gone
// from the folder in every case, whatever it was: a stranger's file, a link, one that is too large.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content-engine/model/result.h"

namespace content {

// Names of what waits, sorted; files that are still being written are not among them.
Result<std::vector<std::string>> waiting_prints(const std::filesystem::path& folder);
// The sheet's bytes. Untrusted: no regular file of the folder's owner, or under two names.
// TooLarge. Malformed: no PDF, or no job's name.
Result<std::string> take_print(const std::filesystem::path& folder, const std::string& name);

}  // namespace content
