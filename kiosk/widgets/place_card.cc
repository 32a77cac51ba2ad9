#include "kiosk/widgets/place_card.h"

#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {

Box place_card(const Scribe& type, const PlaceCard& card, int width) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const Scribe german = type.in("de", Direction::LeftToRight);
  Box box;
  box.name = "place:" + card.id;
  Box name = german.text("place/name", {card.name},
                         {.type = Type::S, .weight = Weight::Bold, .color = colors.ink}, width);
  int top = name.rect.height;
  box.children.push_back(std::move(name));
  for (const PlaceLine& line : card.lines) {
    const Scribe& tongue = line.tongue == PlaceLine::Tongue::German ? german : type;
    const int indent = line.drawing.empty() ? 0 : look.px(40 + 14);
    Box text = tongue.text("place/line", {line.text}, {.type = Type::S, .color = colors.ink},
                           width - indent);
    const int height = text.rect.height;
    if (indent > 0) {
      const int first = static_cast<int>(text.paint.text->lines.front().height);
      box.children.push_back(
          moved(centered_at(pictogram(look, line.drawing, 40, colors.ink_soft), 0, first), 0, top));
    }
    box.children.push_back(moved(std::move(text), indent, top));
    top += height;
  }
  box.rect = {0, 0, width, top};
  return box;
}

}  // namespace kiosk
