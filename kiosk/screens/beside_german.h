// A topic in the visitor's language and in German, aligned block by block and paragraph by
// paragraph: to understand an office's letter, or to be understood at its desk (R09). Where text is
// very large, one above the other.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

// Whether a page can stand beside German: it is not German, and there is a German one.
bool stands_beside_german(const content::TopicPage& page);
Content beside_german_screen(const Frame& frame, const Panel& panel, TextEngine& text);

}  // namespace kiosk
