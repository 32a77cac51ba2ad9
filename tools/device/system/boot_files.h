// Kernel and all that starts before the root: out of the root file system that was written, onto
// the boot partition, into the slot's folder. Nothing is mounted for it: debugfs reads the file
// system as a file. Each file is read back and compared with the sum the image has of it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "content-engine/store/files.h"
#include "tools/device/system/places.h"

namespace content {

// What an image has in there: the files, `command-line` for the kernel, `sums` (as sha256sum
// writes them) of all of it.
inline constexpr std::string_view boot_files_name = "/usr/lib/wegweiser/boot";

// Replaces the folder, and yields the kernel's command line. Nothing may start from the folder.
// Malformed: the image has no such files. NoSpace, Unavailable: they did not come over whole.
Result<std::string> copy_boot_files(Files& files, const std::filesystem::path& partition,
                                    const std::filesystem::path& boot, RootSlot slot);

}  // namespace content
