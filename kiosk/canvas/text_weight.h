// How coverage of text becomes alpha, so that letters weigh the same dark on light and light on
// dark. Blending in sRGB makes light letters on dark too thin at the edges and dark ones on light
// slightly heavy; this corrects it by the text's own lightness, as blending in linear light over
// the opposite ground would.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <memory>

#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/span.h"

namespace kiosk {

CoverageTable make_text_coverage(Color text);

// The tables made so far: one for each of 256 steps of lightness. Thread-confined.
class TextWeight final {
 public:
  const CoverageTable& of(Color text);

 private:
  std::array<std::unique_ptr<CoverageTable>, 256> tables_;
};

}  // namespace kiosk
