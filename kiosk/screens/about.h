// Who runs this, what is counted, what is not kept: told as a topic, on a path in ink.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content about_screen(const Frame& frame);

}  // namespace kiosk
