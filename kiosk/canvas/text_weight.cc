#include "kiosk/canvas/text_weight.h"

#include <cmath>

namespace kiosk {
namespace {

// What a half covered pixel gains, times four.
constexpr double gain_dark = 0.12;
constexpr double gain_light = 0.24;

}  // namespace

std::uint8_t lightness(Color color) {
  return static_cast<std::uint8_t>((54U * color.red + 183U * color.green + 19U * color.blue) >> 8);
}

CoverageTable make_text_coverage(std::uint8_t lightness) {
  const double light = lightness / 255.0;
  const double gain = gain_dark + (gain_light - gain_dark) * light;
  CoverageTable table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double covered = static_cast<double>(i) / 255;
    const double alpha = covered + gain * covered * (1 - covered);
    table[i] = static_cast<std::uint8_t>(std::lround(255 * alpha));
  }
  return table;
}

const CoverageTable& TextWeight::of(std::uint8_t lightness) {
  auto& table = tables_[lightness];
  if (!table) {
    table = std::make_unique<CoverageTable>(make_text_coverage(lightness));
  }
  return *table;
}

}  // namespace kiosk
