// Where a passphrase comes from: typed on the terminal, unseen, or the first line of a file that
// only its owner may read. Never from the command line or the environment: other people on the same
// machine, and every program started from there, would see those.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "content-engine/model/result.h"

namespace content {

// A new passphrase has at least so many bytes.
inline constexpr std::size_t passphrase_length = 12;

// Unavailable: there is no terminal, or it was interrupted.
Result<std::string> ask_passphrase(const std::string& prompt);
// Invalid: others may read the file, or there is nothing in it. A pipe will do.
Result<std::string> read_passphrase(const std::filesystem::path& file);

}  // namespace content
