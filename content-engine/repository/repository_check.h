// Everything that is wrong with a repository, all of it at once: each file judged by the same
// functions a kiosk judges it by, but going on where a kiosk would stop. The rules' ids:
//
//   file-missing file-damaged signature version   of a root or of metadata
//   expired expiring signed-ahead                 dates; the last two are warnings
//   target-missing target-damaged target-other    of bundles; what no kiosk takes now is a warning
//   target-described bundle-none                  what targets.json says does not make sense
//   name-portable leftover                        warnings
//   client                                        a kiosk refuses it for another reason
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/store/files.h"
#include "content-engine/trust/utc_time.h"

namespace content {

// Files are named below the repository. A folder without metadata/ is one finding.
std::vector<Finding> check_repository(const Files& files, const std::filesystem::path& repository,
                                      UtcTime now);

}  // namespace content
