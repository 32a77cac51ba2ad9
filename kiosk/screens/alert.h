// A warning over everything: in the visitor's language, or in as many as there is room for while
// nobody has chosen one. The bar stays, so that emergency and leaving work as ever (R47).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

// There is one, and this visitor has not read it.
bool alert_lies_over(const Frame& frame);
Content alert_screen(const Frame& frame);

}  // namespace kiosk
