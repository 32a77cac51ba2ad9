#include "kiosk/widgets/head.h"

#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {

int head_height(const Look& look) {
  return look.px(92);
}

Box head(const Scribe& type, const std::string& town, const std::string& clock) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const Scribe german = type.in("de", Direction::LeftToRight);
  const int top = look.px(12);
  const int height = head_height(look) - top;
  Box box;
  box.name = "head";
  box.rect = {0, 0, look.panel.size.width, head_height(look)};
  Box mark = centered_at(pictogram(look, "steps", 48, colors.action), look.margin(), height);
  const int after = mark.rect.right() + look.px(16);
  box.children.push_back(moved(std::move(mark), 0, top));
  Box name = german.line("town", {town},
                         {.type = Type::Caption, .weight = Weight::SemiBold, .color = colors.ink});
  box.children.push_back(moved(centered_at(std::move(name), after, height), 0, top));
  Box time = german.line("clock", {clock}, {.type = Type::Caption, .color = colors.ink_soft});
  const int start = look.panel.size.width - look.margin() - time.rect.width;
  box.children.push_back(moved(centered_at(std::move(time), start, height), 0, top));
  return box;
}

}  // namespace kiosk
