// How far the ink of a line of text may reach on the page; never less than it does. One rule for
// whoever paints lines and whoever wants to know which a change concerns.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/geometry/panel.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

// The smallest rectangle of whole pixels; empty for what is no number or no place on a page.
Rect whole_pixels(double left, double top, double right, double bottom);

// Of a line of a paragraph whose left/top is at x/y.
Rect reach_of(const Line& line, double x, double y);

}  // namespace kiosk
