// A language on one sheet: its name, two sentences and all its letters, to be looked at by somebody
// who reads it, and to be held against a stored hash by the self-test.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/text/specimens.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

// Over the whole canvas. `letters`: separated by spaces.
void draw_glyph_sheet(const Specimen& specimen, const std::string& letters, const Look& look,
                      TextEngine& text, PageCanvas& canvas);

}  // namespace kiosk
