// Places: by what they are, by the language spoken there, and each one's own page (R21, R57).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content places_screen(const Frame& frame);      // the kinds
Content place_list_screen(const Frame& frame);  // of a kind, or where her language is spoken
Content place_screen(const Frame& frame);

}  // namespace kiosk
