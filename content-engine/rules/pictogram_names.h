// The pictograms the program carries, so that content cannot name one that is not there. The list
// is the build's own (kiosk/canvas/CMakeLists.txt).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace content {

// Sorted.
std::span<const std::string_view> pictogram_names();

}  // namespace content
