// Why nothing is read aloud, or not yet, in words instead of the page.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content silence_screen(const Frame& frame);

}  // namespace kiosk
