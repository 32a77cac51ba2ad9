// The life situations as tiles, «Ich bin …» after them. Departments do not appear.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content home_screen(const Frame& frame);

}  // namespace kiosk
