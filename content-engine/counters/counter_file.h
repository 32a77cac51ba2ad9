// The kiosk's file of counters in its own state directory: written now and then, never waited for,
// and no loss if it goes. What is older than a year and a bit is dropped.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "content-engine/counters/tally.h"
#include "content-engine/store/files.h"

namespace content {

inline constexpr std::string_view counters_name = "counters";
inline constexpr std::int64_t counters_limit = std::int64_t{4} * 1024 * 1024;
inline constexpr std::size_t counters_lines = 40'000;
inline constexpr long counters_days = 400;

// NotFound: nothing was counted yet.
Result<Counters> read_counters(const Files& files, const std::filesystem::path& file);
// Adds to what the file has; a damaged file begins anew.
Result<Done> add_to_counters(Files& files, const std::filesystem::path& state, const Tally& batch,
                             Date today);

}  // namespace content
