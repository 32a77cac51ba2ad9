// The page a visitor cannot have in her language: said plainly, with the languages it exists in and
// a person to ask (R04).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content not_in_language_screen(const Frame& frame, const content::NotInLanguage& missing);

}  // namespace kiosk
