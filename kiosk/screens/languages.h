// The first screen and the choice of language: greetings, and every language by its own name, in
// its own script. No flags. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content languages_screen(const Frame& frame);

}  // namespace kiosk
