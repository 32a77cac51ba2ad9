#include "kiosk/widgets/place_card.h"

#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {

std::vector<Box> place_card(const Scribe& type, const PlaceCard& card, int width) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const Scribe german = type.in("de", Direction::LeftToRight);
  std::vector<Box> lines;
  lines.push_back(german.text("place:" + card.id, {card.name},
                              {.type = Type::S, .weight = Weight::Bold, .color = colors.ink},
                              width));
  for (const PlaceLine& line : card.lines) {
    const Scribe& tongue = line.tongue == PlaceLine::Tongue::German ? german : type;
    const int indent = line.drawing.empty() ? 0 : look.px(40 + 14);
    Box text = tongue.text("place/line", {line.text}, {.type = Type::S, .color = colors.ink},
                           width - indent);
    if (indent == 0) {
      lines.push_back(std::move(text));
      continue;
    }
    const int first = static_cast<int>(text.paint.text->lines.front().height);
    Box both;
    both.name = "place/line";
    both.rect = {0, 0, width, text.rect.height};
    both.children.push_back(
        centered_at(pictogram(look, line.drawing, 40, colors.ink_soft), 0, first));
    both.children.push_back(moved(std::move(text), indent, 0));
    lines.push_back(std::move(both));
  }
  return lines;
}

}  // namespace kiosk
