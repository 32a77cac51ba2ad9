#include "kiosk/widgets/badge.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {

Box badge(const Scribe& type, const std::string& drawing, const std::string& words, BadgeKind kind,
          int width) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const bool notice = kind == BadgeKind::Notice;
  const Color color = notice ? colors.on_notice : colors.ink_soft;
  const int inside = notice ? look.px(16) : 0;
  const int above = notice ? look.px(6) : 0;
  const int indent = inside + look.px(44 + 14);
  const int room = width - indent - (notice ? look.px(22) : 0);
  Setting setting{.type = Type::Caption, .color = color};
  if (notice)
    setting.stretch = Stretch::SemiCondensed;
  Paragraph set = type.paragraph({words}, setting, room);
  const int needed = std::min(room, static_cast<int>(std::ceil(set.width)) + 1);
  Box text = type.text("badge/words", {words}, setting, needed);
  const int first_line = text.paint.text && !text.paint.text->lines.empty()
                             ? static_cast<int>(text.paint.text->lines.front().height)
                             : text.rect.height;

  Box box;
  box.name = "badge";
  box.rect = {0, 0, indent + needed + (notice ? look.px(22) : 0), text.rect.height + 2 * above};
  if (notice) {
    box.paint.fill = colors.notice;
    box.paint.radius = look.radius();
    if (colors.contrast) {
      box.paint.outline = look.px(4);
      box.paint.edge = colors.ink;
    }
  }
  box.children.push_back(
      moved(centered_at(pictogram(look, drawing, 44, color), inside, first_line), 0, above));
  box.children.push_back(moved(std::move(text), indent, above));
  return box;
}

}  // namespace kiosk
