// The numbers a bundle carries in its header and this program compares first. FORMAT.md is the
// specification; schema.sql the tables.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace content {

inline constexpr std::int32_t bundle_application_id = 0x57656742;  // "WegB"
// A reader refuses another major; within a major, unknown tables and columns are ignored.
inline constexpr int bundle_major = 1;
inline constexpr int bundle_minor = 0;
// Hostile files: nothing longer is ever read. Largest picture or clip of the format.
inline constexpr int bundle_value_limit = 8 * 1024 * 1024;

}  // namespace content
