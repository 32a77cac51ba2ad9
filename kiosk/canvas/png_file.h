// PNG in both directions: snapshots of the page, and the town's pictures. Bytes that come from a
// bundle are not trusted: sizes are read and refused before any memory is asked for.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"
#include "kiosk/canvas/surface.h"

namespace kiosk {

inline constexpr std::size_t largest_png_file = std::size_t{8} * 1024 * 1024;
inline constexpr int longest_png_side = 8192;
inline constexpr long most_png_pixels = 8L * 1024 * 1024;

// The same surface gives the same bytes. RGB, no time, no text.
std::string encode_png(const Surface& surface);
// Unavailable, NoSpace: the file cannot be written.
content::Result<content::Done> write_png(const Surface& surface, const std::filesystem::path& path);

// TooLarge: over the caps above. Malformed: not a whole PNG.
content::Result<Picture> decode_png(std::string_view bytes);

// `picture` in a box of `size`, as large as it fits with its proportions kept; left and top centre
// it in the box. Every source pixel counts by the area it covers.
Picture scaled_to_fit(const Picture& picture, Size size);
// The same without keeping proportions, for a caller that has computed them.
Picture scaled_to(const Picture& picture, Size size);

}  // namespace kiosk
