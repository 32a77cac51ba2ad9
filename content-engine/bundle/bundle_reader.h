// Verified before first use: what is asked once of a bundle that came from outside. A bundle that
// has passed here and lies in a place only we write is opened by Database::open() or
// Library::open() from then on. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/bundle/database.h"
#include "content-engine/model/result.h"

namespace content {

// In this order, and nothing of the file is interpreted before its hash is right: size, SHA-256 (64
// lower-case hexadecimal digits, else Untrusted), header, format, tables, every page of the file.
Result<Database> open_bundle(const std::filesystem::path& file, std::string_view expected_sha256);

// The keys of the interface words that the bundle has in the town's own language, sorted.
Result<std::vector<std::string>> interface_keys(Database& bundle);

// A program lists the keys it needs, a bundle the ones it has. `missing` makes the bundle unusable
// for the program; `unknown` are words a newer content has ready for a newer program, and harmless.
struct KeyDifference {
  std::vector<std::string> missing;
  std::vector<std::string> unknown;

  bool operator==(const KeyDifference&) const = default;
};
KeyDifference compare_keys(std::span<const std::string> has,
                           std::span<const std::string_view> needs);
// Unsupported, naming the missing keys.
Result<Done> require_keys(Database& bundle, std::span<const std::string_view> needs);

}  // namespace content
