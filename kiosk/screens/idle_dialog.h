// «Are you still there?», over any screen, while the moment counts down.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

// The scrim, the two keys of the bar that always work, and the dialog.
std::vector<Box> idle_dialog(const Frame& frame, const Box& bar);

}  // namespace kiosk
