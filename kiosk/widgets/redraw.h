// Brings a page from one tree of boxes to the next and paints only what differs.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/canvas/shown.h"
#include "kiosk/widgets/draw.h"

namespace kiosk {

// `shown` tells what `canvas` holds; both are of one size. Returns the parts that were painted:
// pixel by pixel the page is what draw() on `ground` would have made of it.
std::vector<Rect> redraw(const Box& root, Color ground, const Look& look, const KeyState& state,
                         PageCanvas& canvas, Shown& shown);

}  // namespace kiosk
