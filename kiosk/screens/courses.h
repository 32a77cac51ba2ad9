// Courses by what they must be like: one touch a wish, at once with the number that fits, then the
// list (R14). And the events of the coming days (R56).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

Content courses_screen(const Frame& frame);
Content course_list_screen(const Frame& frame);
Content events_screen(const Frame& frame);

}  // namespace kiosk
