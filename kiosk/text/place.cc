#include "kiosk/text/place.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk {

namespace {

constexpr Reach no_ink{-1e9F, -1e9F};

Reach ink_of(const Glyph& glyph, Faces& faces) {
  const Reach reach = faces.ink(glyph.font, glyph.id);
  if (reach.above <= -reach.below)
    return no_ink;
  return {reach.above * glyph.size - glyph.y, reach.below * glyph.size + glyph.y};
}

Reach ink_of(const Line& line, Faces& faces) {
  Reach most = no_ink;
  for (const Glyph& glyph : line.glyphs) {
    const Reach reach = ink_of(glyph, faces);
    most = {std::max(most.above, reach.above), std::max(most.below, reach.below)};
  }
  return most;
}

// How far two baselines must be apart at least. By columns, so that a tall letter over a gap does
// not push lines apart. Both lines as before their y was set.
class Distance {
 public:
  Distance(float column, float width)
      : column_(std::max(column, 1.0F)),
        below_(static_cast<std::size_t>(std::clamp(width / column_, 0.0F, 4096.0F)) + 1,
               no_ink.below) {}

  void upper(const Line& line, float baseline, Faces& faces) {
    each(line, [&](std::size_t i, const Glyph& glyph) {
      below_[i] = std::max(below_[i], ink_of(glyph, faces).below - baseline);
    });
  }
  float lower(const Line& line, Faces& faces) const {
    float distance = 0;
    each(line, [&](std::size_t i, const Glyph& glyph) {
      distance = std::max(distance, below_[i] + ink_of(glyph, faces).above);
    });
    return distance;
  }

 private:
  template <typename Visit>
  void each(const Line& line, const Visit& visit) const {
    const auto last = static_cast<float>(below_.size() - 1);
    const auto index = [&](float x) {
      return static_cast<std::size_t>(std::clamp(x / column_, 0.0F, last));
    };
    for (const Glyph& glyph : line.glyphs)
      for (std::size_t i = index(glyph.x); i <= index(glyph.x + glyph.advance); ++i)
        visit(i, glyph);
  }

  float column_;
  std::vector<float> below_;
};

float start_of(const Line& line, Alignment alignment, float width) {
  const float room = width - line.width;
  if (alignment == Alignment::Center)
    return room / 2;
  const bool left = (alignment == Alignment::Start) == (line.direction == Direction::LeftToRight);
  return left ? 0 : room;
}

}  // namespace

Paragraph place(std::vector<Line> lines, const Placing& placing, Faces& faces) {
  Paragraph paragraph;
  paragraph.direction = lines.empty() ? Direction::LeftToRight : lines.front().direction;
  for (const Line& line : lines)
    paragraph.width = std::max(paragraph.width, line.width);
  const float box = placing.width > 0 ? placing.width : paragraph.width;
  const float height = std::max(std::round(placing.line_height), 1.0F);
  const float drop =
      std::round((height - placing.font.above - placing.font.below) / 2 + placing.font.above);

  Reach above = no_ink;
  float top = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    line.left = start_of(line, placing.alignment, box);
    for (Glyph& glyph : line.glyphs)
      glyph.x += line.left;
    const Reach ink = ink_of(line, faces);
    line.height = height;
    if (i > 0 && above.below + ink.above > height) {
      const Line& upper = lines[i - 1];
      Distance distance(height / 2, std::max({box, line.width, upper.width}));
      distance.upper(upper, upper.baseline, faces);
      line.height += std::ceil(std::max(distance.lower(line, faces) - height, 0.0F));
    }
    line.top = top;
    line.baseline = top + line.height - height + drop;
    top += line.height;
    for (Glyph& glyph : line.glyphs)
      glyph.y += line.baseline;
    paragraph.ink_top = std::min(paragraph.ink_top, line.baseline - ink.above);
    paragraph.ink_bottom = std::max(paragraph.ink_bottom, line.baseline + ink.below);
    above = ink;
  }
  paragraph.height = top;
  paragraph.lines = std::move(lines);
  return paragraph;
}

}  // namespace kiosk
