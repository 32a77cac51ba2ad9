// The numbers a bundle carries in its header and this program compares first. FORMAT.md is the
// specification; schema.sql the tables.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

namespace content {

inline constexpr std::int32_t bundle_application_id = 0x57656742;  // "WegB"
// A reader refuses another major; within a major, unknown tables and columns are ignored.
inline constexpr int bundle_major = 1;
inline constexpr int bundle_minor = 2;
// Hostile files: nothing longer is ever read. Largest picture or clip of the format.
inline constexpr int bundle_value_limit = 8 * 1024 * 1024;
// A larger file is refused before it is hashed. zstd's prefix patches end at 2 GiB.
inline constexpr std::int64_t bundle_size_limit = 1024LL * 1024 * 1024;
inline constexpr int bundle_page_size = 4096;
// A list on the kiosk ends here.
inline constexpr int list_limit = 5000;
// One text in one language; more is no page for a person standing in a lobby.
inline constexpr int page_element_limit = 5000;
inline constexpr int page_span_limit = 50000;
inline constexpr std::size_t page_text_limit = 2 * 1024 * 1024;

}  // namespace content
