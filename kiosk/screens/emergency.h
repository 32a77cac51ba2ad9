// Numbers for an emergency. Never keys: the kiosk cannot call, and nobody shall think it did.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content emergency_screen(const Frame& frame);

}  // namespace kiosk
