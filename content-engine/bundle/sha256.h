// SHA-256 as bundles are named by it: 64 lower-case hexadecimal digits.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"

namespace content {

std::string sha256(std::string_view bytes);
// Reads the file in pieces. TooLarge as soon as more than `limit` bytes have come, so that a file
// without end is no danger.
Result<std::string> sha256_of_file(const std::filesystem::path& file, std::int64_t limit);

}  // namespace content
