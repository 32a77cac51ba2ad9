// What a topic asks at its end, or where it is missing: one touch, no words of hers (R32), asked
// once a visitor and topic.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/screens/frame.h"
#include "kiosk/widgets/flow.h"

namespace kiosk {

// `frame` is of the text's language, `visitor` of hers, in which she is asked; `answer` is a deed's
// word (model/deed.h).
Box feedback_key(const Frame& frame, const Frame& visitor, const std::string& answer, int width);
// The question with its answers, or the thanks for one.
Stop feedback_stop(const Frame& frame, const Frame& visitor, const std::string& topic);

}  // namespace kiosk
