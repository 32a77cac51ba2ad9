// Which keys the bar has on which screen, and where.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

// In place at the bottom of the panel.
Box fixed_bar(const Frame& frame);

}  // namespace kiosk
