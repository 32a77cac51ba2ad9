// The fourth stage: glyphs → lines. Lines are filled greedily over the paragraph's break
// opportunities; a word wider than the line is cut between clusters and keeps its joined shape;
// glyphs change only where HarfBuzz says that a break is unsafe. Trailing spaces hang.
// Order: lines top to bottom; the glyphs of a line visual, left to right (UAX #9, L1 and L2). Their
// x counts from the line's own left edge and their y from its baseline, downwards.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/text/shape.h"

namespace kiosk {

// Puts `pieces` of text, given logically by their levels, into visual order: the index of each,
// from left to right (L2).
std::vector<std::uint32_t> visual_order(const std::vector<Level>& levels);

// Lines as LineBreaker makes them: bytes, direction, width, and from left to right the runs of
// glyphs whose clusters rise (>) or fall (<), as «first-last@x».
std::string dump(const std::vector<Line>& lines);

class LineBreaker final {
 public:
  LineBreaker(Shaper& shaper, Characters& characters)
      : shaper_(&shaper), characters_(&characters) {}

  // `width` of 0: only the text's own line separators end lines. One line at least.
  std::vector<Line> lines(const Segmented& segmented, const Itemised& itemised,
                          const Shaped& shaped, const Languages& languages, const TextStyle& style,
                          float width);

 private:
  class Filler;

  Shaper* shaper_;  // these outlive this object
  Characters* characters_;
};

}  // namespace kiosk
