#include "kiosk/screens/topic_head.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/badge.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {
namespace {

int crumb_top(const Frame& frame) {
  return frame.top() + frame.px(frame.portrait() ? 20 : 4);
}
int crumb_height(const Frame& frame) {
  return frame.px(72);
}

// Room for «page 10 of 12» whatever the number is, so that the crumb does not move.
int number_room(const Frame& frame) {
  return frame.px(frame.portrait() ? 320 : 420);
}

Setting number_setting(const Frame& frame) {
  return {.type = Type::Caption, .color = frame.colors().ink_soft, .alignment = Alignment::End};
}

void add_crumb(const Frame& frame, const TopicHead& head, HeadBoxes& result) {
  const FamilyColors family = family_colors(frame.colors(), head.family);
  Box square = family_square(frame.look(), family, head.drawing, 72, 46);
  const int start = frame.start() + square.rect.width + frame.px(20);
  result.boxes.push_back(moved(std::move(square), frame.start(), result.bottom));
  Box words = frame.type().label("crumb", {head.situation},
                                 {.type = Type::Caption,
                                  .weight = Weight::SemiBold,
                                  .color = family.fill,
                                  .line_height = 1.1F},
                                 frame.start() + frame.width() - number_room(frame) - start, 2);
  result.boxes.push_back(
      moved(centered_at(std::move(words), start, crumb_height(frame)), 0, result.bottom));
}

Box badge_box(const Frame& frame, const TopicHead& head, int width) {
  return badge(frame.type(), head.badge_drawing, head.badge,
               head.notice ? BadgeKind::Notice : BadgeKind::Quiet, width);
}

}  // namespace

HeadBoxes topic_head(const Frame& frame, const TopicHead& head, FirstPage first) {
  HeadBoxes result;
  result.bottom = crumb_top(frame);
  if (!head.drawing.empty()) {
    add_crumb(frame, head, result);
    result.bottom += crumb_height(frame) + frame.px(frame.portrait() ? 14 : 4);
  }

  // A topic nobody should read over a shoulder has no big headline.
  const Type size = head.sensitive ? Type::M : frame.portrait() ? Type::XL : Type::L;
  const Setting setting{.type = size, .weight = Weight::Bold, .color = frame.colors().ink};
  const Scribe type = frame.type_in(head.title_language);
  const float needed = type.width({head.title}, setting);
  std::vector<Box> beside;  // in landscape the badge stands at the end of the title's line
  int room = frame.width();
  if (!frame.portrait() && !head.badge.empty()) {
    Box mark = badge_box(frame, head, frame.width() / 2);
    const int rest = frame.width() - mark.rect.width - frame.px(40);
    if (needed <= static_cast<float>(rest)) {
      room = rest;
      beside.push_back(std::move(mark));
    }
  }
  Box title = type.text("title", {head.title}, setting, room);
  title.role = Role::Heading;
  const int title_height = title.rect.height;
  result.boxes.push_back(moved(std::move(title), frame.start(), result.bottom));
  for (Box& mark : beside) {
    const int start = frame.start() + frame.width() - mark.rect.width;
    result.boxes.push_back(
        moved(centered_at(std::move(mark), start, title_height), 0, result.bottom));
  }
  result.bottom += title_height;

  if (first == FirstPage::Yes && !head.official.empty() && head.official != head.title) {
    Box official =
        type.label("official", {head.official},
                   {.type = Type::Caption, .color = frame.colors().ink_soft, .line_height = 1.3F},
                   frame.width(), 1);
    const int height = official.rect.height;
    result.boxes.push_back(moved(std::move(official), frame.start(), result.bottom));
    result.bottom += height;
  }
  if (!head.badge.empty() && beside.empty()) {
    Box mark = badge_box(frame, head, frame.width());
    const int height = mark.rect.height;
    result.boxes.push_back(moved(std::move(mark), frame.start(), result.bottom + frame.px(8)));
    result.bottom += frame.px(8) + height;
  }
  return result;
}

std::vector<Box> page_number(const Frame& frame, int page, int pages) {
  std::vector<Box> boxes;
  if (pages < 2)
    return boxes;
  const std::string words =
      frame.words()("page.of", {number("page", page + 1), number("pages", pages)});
  const int room = number_room(frame) - frame.px(20);
  Box box = frame.type().fitted("page-number", {words}, number_setting(frame), room);
  box = centered_at(std::move(box), frame.start() + frame.width() - room, crumb_height(frame));
  boxes.push_back(moved(std::move(box), 0, crumb_top(frame)));
  return boxes;
}

}  // namespace kiosk
