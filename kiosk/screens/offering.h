// One course or event: what it is, when, where, what it costs, whom to ask (R14, R56).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content offering_screen(const Frame& frame);

}  // namespace kiosk
