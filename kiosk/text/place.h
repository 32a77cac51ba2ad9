// The last stage: lines → a paragraph. Alignment by start and end, one line height for the whole
// paragraph so that mixed scripts do not jump, baselines on whole pixels; a line moves down only
// where ink would touch the line above.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/text/faces.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

struct Placing {
  Alignment alignment{};
  float width = 0;        // of the box; 0: of the widest line
  float line_height = 0;  // px
  Reach font;             // px, of the paragraph's own font
};

// Takes lines as LineBreaker makes them.
Paragraph place(std::vector<Line> lines, const Placing& placing, Faces& faces);

}  // namespace kiosk
