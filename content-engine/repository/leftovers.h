// What a repository may lose: metadata and targets of long ago, and what a publication that died
// half-way has left. Roots stay for ever; files with other names are nobody's business here.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "content-engine/repository/catalogue.h"

namespace content {

// Kiosks that read a timestamp a while ago still find what it led to: so many versions stay.
inline constexpr std::int64_t versions_kept = 3;

// Below the repository, sorted: "metadata/3.targets.json", "targets/bundles/….zst".
std::vector<std::filesystem::path> find_leftovers(const Files& files,
                                                  const std::filesystem::path& repository,
                                                  const Catalogue& catalogue);
// A file that does not go stays until next time.
void remove_leftovers(Files& files, const std::filesystem::path& repository,
                      const Catalogue& catalogue);

}  // namespace content
