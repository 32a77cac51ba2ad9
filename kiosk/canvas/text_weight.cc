#include "kiosk/canvas/text_weight.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

constexpr double gamma = 1.4;

// Lightness as the eye orders it, in sRGB's own steps: Rec. 709 weights on the encoded values are
// near enough for choosing a table.
std::uint8_t lightness(Color color) {
  return static_cast<std::uint8_t>((54U * color.red + 183U * color.green + 19U * color.blue) >> 8);
}

}  // namespace

CoverageTable make_text_coverage(Color text) {
  const double above = lightness(text) / 255.0;
  const double below = 1 - above;
  CoverageTable table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double covered = static_cast<double>(i) / 255;
    double alpha = covered;
    if (std::abs(above - below) > 0.05) {
      const double light =
          std::pow(above, gamma) * covered + std::pow(below, gamma) * (1 - covered);
      alpha = (std::pow(light, 1 / gamma) - below) / (above - below);
    }
    table[i] = static_cast<std::uint8_t>(std::lround(255 * std::clamp(alpha, 0.0, 1.0)));
  }
  return table;
}

const CoverageTable& TextWeight::of(Color text) {
  auto& table = tables_[lightness(text)];
  if (!table) {
    table = std::make_unique<CoverageTable>(make_text_coverage(text));
  }
  return *table;
}

}  // namespace kiosk
