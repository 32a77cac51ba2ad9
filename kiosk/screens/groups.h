// «Ich bin …»: six ways in by who is asking. Nothing of it is remembered, and the screen says so.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content groups_screen(const Frame& frame);

}  // namespace kiosk
