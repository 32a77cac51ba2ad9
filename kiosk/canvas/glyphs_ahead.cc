#include "kiosk/canvas/glyphs_ahead.h"

#include <cmath>
#include <unordered_set>
#include <utility>

#include "kiosk/canvas/text_weight.h"

namespace kiosk {
namespace {

constexpr double beyond_pages = 1'000'000;  // px; beyond it no integer holds quarters
constexpr float largest_em = 4096;

// A position in whole pixels and the quarters that are left.
struct Snapped {
  int pixel = 0;
  std::uint8_t quarter = 0;
};

Snapped snap(double position) {
  const auto quarters = static_cast<int>(std::floor(position * 4 + 0.5));
  return {quarters >> 2, static_cast<std::uint8_t>(quarters & 3)};
}

}  // namespace

LinePlaces::LinePlaces(const Line& line, double x, double y, Color color, Color second)
    : x_(x),
      // The whole line moves to where its baseline is sharp; marks keep their distance from it.
      y_(y + (std::round(y + line.baseline) - (y + line.baseline))),
      light_{lightness(color), lightness(second)} {}

PlacedGlyph LinePlaces::operator()(const Glyph& glyph) const {
  const double x = x_ + glyph.x;
  const double y = y_ + glyph.y;
  if (!(std::abs(x) < beyond_pages && std::abs(y) < beyond_pages && glyph.size > 0 &&
        glyph.size < largest_em))
    return {};
  const Snapped across = snap(x);
  const Snapped down = snap(y);
  const auto size_64 = static_cast<std::uint32_t>(std::lround(glyph.size * 64));
  return {{glyph.font, glyph.id, size_64, across.quarter, down.quarter,
           light_[glyph.color == 0 ? 0 : 1]},
          across.pixel,
          down.pixel,
          true};
}

void GlyphsAhead::text(const Paragraph& paragraph, float x, float y, Color color, Color second) {
  for (const Line& line : paragraph.lines) {
    const LinePlaces placed(line, x, y, color, second);
    for (const Glyph& glyph : line.glyphs)
      if (const PlacedGlyph one = placed(glyph); one.drawn)
        places_.push_back(one.place);
  }
}

std::vector<GlyphPlace> GlyphsAhead::take() {
  std::unordered_set<GlyphPlace, GlyphPlaceHash> known;
  std::vector<GlyphPlace> once;
  for (const GlyphPlace& place : std::exchange(places_, {}))
    if (known.insert(place).second)
      once.push_back(place);
  return once;
}

}  // namespace kiosk
