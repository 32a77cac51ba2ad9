// How large the words shall be, each size shown as it is, and whether all keys shall lie low.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content text_sizes_screen(const Frame& frame);

}  // namespace kiosk
