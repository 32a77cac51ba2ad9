// Where the focus goes: through all keys in reading order, round and round; or to the row above or
// below, to what lies nearest there. From each key every other can be reached, so nobody is trapped
// (EN 301 549, 11.2.1.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kiosk/widgets/box.h"

namespace kiosk {

enum class Step : std::uint8_t { Next, Previous, Up, Down };

// Every key in reading order. Points into the tree.
std::vector<const Box*> focus_order(const Box& root);
// The key to go to from the one called `from`; where there is none of that name, the first, or the
// last when the step goes back. Null without keys.
const Box* focus_after(const Box& root, std::string_view from, Step step);

}  // namespace kiosk
