// The first screen stands for hours, and what stands still burns into the glass: while nobody is
// here it wanders, a step a minute, within its own margins. All of it moves together, keys with
// their words, so that nothing else changes. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

// After so many steps it is where it began.
inline constexpr int drift_steps = 32;

struct Drift {
  int along = 0;  // px
  int down = 0;

  bool operator==(const Drift&) const = default;
};

// Nothing where a visitor has begun, and where keys stand as high as a low hand reaches.
Drift drift_of(const Frame& frame);

// Everything of a screen by so much; what runs from edge to edge goes on doing so.
Box drifted(Box box, Drift drift, Size panel);

}  // namespace kiosk
