// What a visitor takes home of a topic: a code that carries the text itself and one that carries
// the town's address for it, and the way to the card for the desk. Nothing of it is kept, the same
// for everybody. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content take_along_screen(const Frame& frame, const Panel& panel, TextEngine& text);

}  // namespace kiosk
