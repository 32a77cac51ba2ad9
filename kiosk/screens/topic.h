// A topic: its text as a path, or, where it does not exist in the visitor's language, in which
// languages it does and whom to ask (R04). German is never shown unasked.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

// `text` sets texts; a topic read in another language needs a frame of that language.
Content topic_screen(const Frame& frame, const Panel& panel, TextEngine& text);

}  // namespace kiosk
