#include "kiosk/text/place.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk {

namespace {

// Ink of a line by columns, so that a tall letter over a gap does not push lines apart.
struct InkProfile {
  float column = 0;  // px
  std::vector<Reach> columns;
  Reach most{-1e9F, -1e9F};

  void reset(float size, float width) {
    column = std::max(size / 2, 1.0F);
    most = {-1e9F, -1e9F};
    const auto count = static_cast<std::size_t>(std::clamp(width / column, 0.0F, 4096.0F)) + 1;
    columns.assign(count, most);
  }
  void add(float x, float advance, Reach reach) {
    most = {std::max(most.above, reach.above), std::max(most.below, reach.below)};
    const auto index = [&](float at) {
      return static_cast<std::size_t>(
          std::clamp(at / column, 0.0F, static_cast<float>(columns.size() - 1)));
    };
    for (std::size_t i = index(x); i <= index(x + advance); ++i)
      columns[i] = {std::max(columns[i].above, reach.above),
                    std::max(columns[i].below, reach.below)};
  }
};

float least_distance(const InkProfile& above, const InkProfile& below) {
  float distance = 0;
  const std::size_t count = std::min(above.columns.size(), below.columns.size());
  for (std::size_t i = 0; i < count; ++i)
    distance = std::max(distance, above.columns[i].below + below.columns[i].above);
  return distance;
}

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

  InkProfile above;
  InkProfile ink;
  float top = 0;
  for (Line& line : lines) {
    line.left = start_of(line, placing.alignment, box);
    ink.reset(height, std::max(box, line.width));
    for (Glyph& glyph : line.glyphs) {
      const Reach reach = faces.ink(glyph.font, glyph.id);
      const bool visible = reach.above != reach.below || reach.above != 0;
      glyph.x += line.left;
      if (visible && reach.above > -reach.below)
        ink.add(glyph.x, glyph.advance,
                {reach.above * glyph.size - glyph.y, reach.below * glyph.size + glyph.y});
    }
    line.height = height;
    if (&line != &lines.front() && above.most.below + ink.most.above > height)
      line.height += std::ceil(std::max(least_distance(above, ink) - height, 0.0F));
    line.top = top;
    line.baseline = top + line.height - height + drop;
    top += line.height;
    for (Glyph& glyph : line.glyphs)
      glyph.y += line.baseline;
    paragraph.ink_top = std::min(paragraph.ink_top, line.baseline - ink.most.above);
    paragraph.ink_bottom = std::max(paragraph.ink_bottom, line.baseline + ink.most.below);
    std::swap(above, ink);
  }
  paragraph.height = top;
  paragraph.lines = std::move(lines);
  return paragraph;
}

}  // namespace kiosk
