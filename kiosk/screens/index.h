// Topics from A to Z: first the letters, then the topics of one. The way for who cannot or would
// not type. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content index_screen(const Frame& frame);

}  // namespace kiosk
