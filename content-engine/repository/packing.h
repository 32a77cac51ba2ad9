// How a bundle is packed for its way: zstd, with an older bundle as prefix where a delta is meant.
// The twin of delta.h, which unpacks. All in memory: a desk has it, a kiosk does not need it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

namespace content {

enum class Packing {
  Thorough,  // for what is published: a bundle takes about a second a megabyte
  Quick,
};

// `base`: empty for a whole bundle.
std::string pack(std::span<const char> bundle, std::span<const char> base, Packing packing);

}  // namespace content
