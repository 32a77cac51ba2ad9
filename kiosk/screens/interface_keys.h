// The interface words the screens cannot do without. A bundle that lacks one is refused before it
// is shown; the words for situations and groups belong to the town and are not among them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

namespace kiosk {

std::span<const std::string_view> interface_keys();

}  // namespace kiosk
