// The topics of a life situation, of a target group, or below an imported page. What does not exist
// in the visitor's language comes last and says in which languages it does (R04).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content topic_list_screen(const Frame& frame);

}  // namespace kiosk
