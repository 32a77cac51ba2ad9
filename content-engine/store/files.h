// Files that survive a power cut. This is the only place that renames: the bytes reach the disk
// under another name beside the target, then take its place by one rename, then the directory
// reaches the disk. Whoever looks sees the old file or the whole new one.
// One writer per directory; two writers of one file would meet at the temporary name.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"

namespace content {

// NotFound: there is no such folder. NoSpace: the disk is full. Unavailable: everything else the
// system says. After a failure the old file is as it was and nothing is left beside it.
Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes);

// `from` takes the place of `to` in one step, its bytes on the disk first; both in one file system.
Result<Done> move_file(const std::filesystem::path& from, const std::filesystem::path& to);

// The whole file; TooLarge beyond `limit` bytes, NotFound when it is not there.
Result<std::string> read_file(const std::filesystem::path& file, std::int64_t limit);

}  // namespace content
