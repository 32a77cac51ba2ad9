#include "kiosk/screens/list_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {

Content list_page(const Frame& frame, ListContent list) {
  Content content;
  const FamilyColors family = family_colors(frame.colors(), list.head.family);
  const double square = frame.portrait() ? 132 : 108;
  int top = frame.top() + frame.px(frame.portrait() ? 20 : 8);
  int indent = 0;
  if (!list.head.drawing.empty()) {
    content.boxes.push_back(moved(
        family_square(frame.look(), family, list.head.drawing, square, frame.portrait() ? 88 : 72),
        frame.start(), top));
    indent = frame.px(square + 22);
  }
  Box title = frame.type_in(list.head.title_language)
                  .label("title", {list.head.title},
                         {.type = frame.portrait() ? Type::XL : Type::L,
                          .weight = Weight::Bold,
                          .color = frame.colors().ink},
                         frame.width() - indent, 2);
  title.role = Role::Heading;
  const int head = std::max(title.rect.height, frame.px(square));
  content.boxes.push_back(
      moved(centered_at(std::move(title), frame.start() + indent, head), 0, top));
  top += head + frame.px(26);

  top = frame.within_reach(content, top);
  for (Box& box : list.above) {
    const int height = box.rect.height;
    content.boxes.push_back(moved(std::move(box), frame.start(), top));
    top += height + frame.look().gap();
  }
  add_key_list(frame, content, list.count, list.key, top);
  return content;
}

}  // namespace kiosk
