// What a target group has brought with it, told and taken back by one touch (R17, R18).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/screens/frame.h"

namespace kiosk {

// On the list of that group; nothing anywhere else.
std::vector<Box> preset_keys(const Frame& frame);

}  // namespace kiosk
