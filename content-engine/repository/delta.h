// A bundle travels packed with zstd (RFC 8878): whole, or as a delta, which is its row stream
// (row_stream.h) with an older bundle's as prefix. Both are unpacked by one function, in a child
// process of bounded memory that reads and writes through mapped files: whatever goes wrong in
// there, a failing card included, is its death and a Failure here, and the caller goes to the whole
// file.
// A packed file is a verified target before its bytes reach this code.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "content-engine/model/result.h"

namespace content {

// What unpacking may allocate beyond the mapped files.
inline constexpr std::uint64_t unpack_memory = 64ULL * 1024 * 1024;

// `base`: empty for a whole bundle. `length` and `sha256` are the signed ones of the bundle; the
// space is taken before the first byte: for a delta also that of two row streams, which have no
// name and are gone afterwards. NoSpace; Untrusted: the result is another file; Malformed,
// Unavailable: it could not be unpacked. After a failure there is no file `to`.
Result<Done> unpack_bundle(const std::filesystem::path& packed, const std::filesystem::path& base,
                           std::uint64_t length, const std::string& sha256,
                           const std::filesystem::path& to);

// The same in memory, into what is exactly as long as the result has to be. `base`: empty for a
// whole bundle.
bool unpack(std::span<const char> packed, std::span<const char> base, std::span<char> to);

}  // namespace content
