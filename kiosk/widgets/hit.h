// Which key is under a finger. A touch counts when it goes down and comes up on the same key; so
// the caller remembers the name at touch-down and compares it at touch-up (EN 301 549, 11.2.5.2).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "kiosk/widgets/box.h"

namespace kiosk {

// The topmost key at the point; null where there is none. Lives as long as `root`.
const Box* hit(const Box& root, int x, int y);
const Box* find_key(const Box& root, std::string_view name);

}  // namespace kiosk
