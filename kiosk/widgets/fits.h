// What a tree of boxes must keep on any panel, in any language: nothing overlaps, text stays in its
// box and on the glass, every target is large enough and within reach, no glyph is missing.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/widgets/box.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

// One sentence for each thing that does not fit; empty when all does.
std::vector<std::string> misfits(const Box& root, const Look& look);

}  // namespace kiosk
