// Search as you type: field, number of hits, the best of them, keyboard; and the page of all hits.
// Where nothing is typed or found there are other ways on, never a dead end.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content search_screen(const Frame& frame);

}  // namespace kiosk
