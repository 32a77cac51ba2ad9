// One target from a transport onto the disk: carried to a name of its own, verified there against
// length and hashes, then moved into place in one step. A file already right is not touched; what
// does not verify leaves nothing behind.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "content-engine/repository/transport.h"
#include "content-engine/trust/metadata.h"

namespace content {

// `consistent`: the remote name is DIR/HASH.FILE (5.7.3). Untrusted when the bytes are not the
// target's; the transport's own refusals otherwise.
Result<std::filesystem::path> fetch_target(Transport& transport, const std::string& path,
                                           const TargetFile& target, bool consistent,
                                           const std::filesystem::path& folder,
                                           const Progress& progress);

// Where a download that was cut off waits to be gone on with, beside `folder`, under its hash.
std::filesystem::path halves_folder(const std::filesystem::path& folder);

}  // namespace content
