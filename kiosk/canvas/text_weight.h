// How coverage of text becomes alpha, so that letters weigh the same dark on light and light on
// dark. Mixing at the edge of a letter is done in sRGB, where half covered looks darker than half:
// light letters on dark lose weight at their rims and get more back than dark ones, which keep
// theirs and a little for standing readers. Measured beside a browser's text: within 3 % of its
// ink. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <memory>

#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/span.h"

namespace kiosk {

CoverageTable make_text_coverage(Color text);

// The tables made so far, one for each step of lightness. Thread-confined.
class TextWeight final {
 public:
  const CoverageTable& of(Color text);

 private:
  std::array<std::unique_ptr<CoverageTable>, 256> tables_;
};

}  // namespace kiosk
