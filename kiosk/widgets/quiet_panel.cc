#include "kiosk/widgets/quiet_panel.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {

Box quiet_panel(const Scribe& type, const QuietWords& words, int width) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const int side = look.px(30);
  const int above = look.px(26);
  const bool drawn = look.step() < 2;  // large words need the width more than they need a drawing
  const int indent = drawn ? side + look.px(88 + 28) : side;
  const int room = width - indent - side;
  Box title = type.text("panel/title", {words.title},
                        {.type = words.title_type,
                         .weight = words.title_type == Type::S ? Weight::Bold : Weight::SemiBold,
                         .color = colors.ink,
                         .line_height = 1.34F},
                        room);
  Box text = type.text("panel/text", {words.text},
                       {.type = Type::S, .color = colors.ink, .line_height = 1.34F}, room);
  const int title_height = title.rect.height;
  const int together = title_height + text.rect.height;
  Box box;
  box.name = "panel";
  box.rect = {0, 0, width, std::max(together, look.px(88)) + 2 * above};
  box.paint.fill = colors.sunk;
  box.paint.radius = look.radius();
  if (colors.contrast) {
    box.paint.outline = look.px(2);
    box.paint.edge = colors.edge;
  }
  Box sign = pictogram(look, words.drawing, 88, colors.action);
  if (title.rect.height + text.rect.height > look.px(200))
    sign = moved(std::move(sign), side, above);
  else
    sign = centered_at(std::move(sign), side, box.rect.height);
  if (drawn)
    box.children.push_back(std::move(sign));
  const int top = (box.rect.height - together) / 2;
  box.children.push_back(moved(std::move(title), indent, top));
  box.children.push_back(moved(std::move(text), indent, top + title_height));
  return box;
}

}  // namespace kiosk
