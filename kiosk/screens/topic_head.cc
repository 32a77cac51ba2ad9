#include "kiosk/screens/topic_head.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/badge.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {
namespace {

int crumb_top(const Frame& frame) {
  return frame.top() + frame.px(frame.portrait() ? 20 : 4);
}

// Of one line; words that need two make the row higher.
int crumb_height(const Frame& frame) {
  return frame.px(frame.portrait() ? 72 : frame.look().step() > 0 ? 80 : 60);
}

Setting number_setting(const Frame& frame) {
  return {.type = Type::Caption,
          .color = frame.colors().ink_soft,
          .alignment = Alignment::End,
          .line_height = 1.2F};
}

// Room for «page 10 of 12» whatever the number is, so that the crumb does not move; more where a
// language says it in longer words.
int number_room(const Frame& frame) {
  const int step = frame.look().step();
  const int usual = frame.px((frame.portrait() ? 320 : 420) + (step > 0 ? 120 : 0));
  const std::string longest = frame.words()("page.of", {number("page", 88), number("pages", 88)});
  Setting narrow = number_setting(frame);
  narrow.stretch = Stretch::SemiCondensed;
  const auto needed = static_cast<int>(std::ceil(frame.type().width({longest}, narrow)));
  return std::clamp(needed + frame.px(20) + 1, usual, std::max(usual, frame.width() / 2));
}

Box situation_words(const Frame& frame, const TopicHead& head, int room) {
  const FamilyColors family = family_colors(frame.colors(), head.family);
  return frame.type().label("crumb", {head.situation},
                            {.type = Type::Caption,
                             .weight = Weight::SemiBold,
                             .color = family.fill,
                             .line_height = 1.1F},
                            room, 2);
}

Box official_words(const Frame& frame, const TopicHead& head, int room) {
  return frame.type().label(
      "official", {head.official},
      {.type = Type::Caption, .color = frame.colors().ink_soft, .line_height = 1.25F}, room, 1);
}

Box badge_box(const Frame& frame, const TopicHead& head, int width) {
  return badge(frame.type(), head.badge_drawing, head.badge,
               head.notice ? BadgeKind::Notice : BadgeKind::Quiet, width);
}

// A topic nobody should read over a shoulder has no big headline.
Setting title_setting(const Frame& frame, const TopicHead& head) {
  const Type size = head.sensitive ? Type::M : frame.portrait() ? Type::XL : Type::L;
  return {.type = size, .weight = Weight::Bold, .color = frame.colors().ink};
}

Box title_words(const Frame& frame, const TopicHead& head, int room, FirstPage first) {
  const Scribe type = frame.type_in(head.title_language);
  Setting setting = title_setting(frame, head);
  Box title = type.label("title", {head.title}, setting, room, 3);
  // Across, where a page goes on, a long title leaves the room to what is new.
  if (first == FirstPage::No && !frame.portrait() && title.paint.text->lines.size() > 2) {
    setting.type = Type::S;
    title = type.label("title", {head.title}, setting, room, 2);
  }
  title.role = Role::Heading;
  return title;
}

bool shows_official(const TopicHead& head, FirstPage first) {
  return first == FirstPage::Yes && !head.official.empty() && head.official != head.title;
}

class Stack {
 public:
  explicit Stack(int top) : bottom_(top) {}
  void add(Box box, int start, int gap = 0) {
    bottom_ += gap;
    const int height = box.rect.height;
    boxes_.push_back(moved(std::move(box), start, bottom_));
    bottom_ += height;
  }
  void beside(Box box, int start, int height) {  // in the middle of a row of that height
    boxes_.push_back(moved(centered_at(std::move(box), start, height), 0, bottom_));
  }
  void skip(int height) { bottom_ += height; }
  HeadBoxes finish() { return {std::move(boxes_), bottom_}; }

 private:
  std::vector<Box> boxes_;
  int bottom_;
};

// The crumb in its own row, under it title, official title and badge.
HeadBoxes upright(const Frame& frame, const TopicHead& head, FirstPage first) {
  Stack stack(crumb_top(frame));
  if (!head.drawing.empty()) {
    const FamilyColors family = family_colors(frame.colors(), head.family);
    const int start = frame.start() + frame.px(72 + 20);
    Box words =
        situation_words(frame, head, frame.start() + frame.width() - number_room(frame) - start);
    const int height = std::max(crumb_height(frame), words.rect.height);
    stack.beside(family_square(frame.look(), family, head.drawing, 72, 46), frame.start(), height);
    stack.beside(std::move(words), start, height);
    stack.skip(height + frame.px(14));
  }
  stack.add(title_words(frame, head, frame.width(), first), frame.start());
  if (shows_official(head, first))
    stack.add(official_words(frame, head, frame.width()), frame.start());
  if (!head.badge.empty())
    stack.add(badge_box(frame, head, frame.width()), frame.start(), frame.px(8));
  return stack.finish();
}

// Low: the square beside crumb and title, the official title after the crumb, the badge at the end
// of the title's row.
HeadBoxes across(const Frame& frame, const TopicHead& head, FirstPage first) {
  Stack stack(crumb_top(frame));
  const int indent = head.drawing.empty() ? 0 : frame.px(116 + 20);
  const int start = frame.start() + indent;
  const int end = frame.start() + frame.width();
  std::vector<Box> marks;
  int room = end - start;
  if (!head.badge.empty()) {
    marks.push_back(badge_box(frame, head, frame.width() * 5 / 8));
    room -= marks.front().rect.width + frame.px(40);
  }
  Box title = title_words(frame, head, room, first);
  int title_height = title.rect.height;
  for (const Box& mark : marks)
    title_height = std::max(title_height, mark.rect.height);
  int row = crumb_height(frame);
  if (indent > 0) {
    const FamilyColors family = family_colors(frame.colors(), head.family);
    const int crumb_room = end - number_room(frame) - start;
    const Setting crumb{.type = Type::Caption,
                        .weight = Weight::SemiBold,
                        .color = family.fill,
                        .line_height = 1.2F};
    Box words = frame.type().line("crumb", {head.situation}, crumb);
    if (words.rect.width > crumb_room)
      words = frame.type().fitted("crumb", {head.situation}, crumb, crumb_room);
    row = std::max(row, words.rect.height);
    const int after = words.rect.width + frame.px(32);
    stack.beside(family_square(frame.look(), family, head.drawing, 116, 76), frame.start(),
                 row + std::max(title_height, frame.px(64)));
    stack.beside(std::move(words), start, row);
    if (shows_official(head, first)) {
      Box official = frame.type().line(
          "official", {head.official},
          {.type = Type::Caption, .color = frame.colors().ink_soft, .line_height = 1.2F});
      if (after + official.rect.width <= crumb_room)
        stack.beside(std::move(official), start + after, row);
    }
  }
  stack.skip(row);
  for (Box& mark : marks) {
    const int mark_start = end - mark.rect.width;
    stack.beside(std::move(mark), mark_start, title_height);
  }
  stack.beside(std::move(title), start, title_height);
  stack.skip(title_height);
  return stack.finish();
}

}  // namespace

HeadBoxes topic_head(const Frame& frame, const TopicHead& head, FirstPage first) {
  return frame.portrait() ? upright(frame, head, first) : across(frame, head, first);
}

std::vector<Box> page_number(const Frame& frame, int page, int pages) {
  std::vector<Box> boxes;
  if (pages < 2)
    return boxes;
  const std::string words =
      frame.words()("page.of", {number("page", page + 1), number("pages", pages)});
  const int room = number_room(frame) - frame.px(20);
  Box box = frame.type().fitted("page-number", {words}, number_setting(frame), room);
  // Hundreds of pages, in words too long for one line: the figures say it.
  if (box.paint.text->lines.size() > 1)
    box = frame.type_in("de").fitted("page-number",
                                     {std::to_string(page + 1) + " / " + std::to_string(pages)},
                                     number_setting(frame), room);
  const int row = std::max(crumb_height(frame), box.rect.height);
  box = centered_at(std::move(box), frame.start() + frame.width() - room, row);
  boxes.push_back(moved(std::move(box), 0, crumb_top(frame)));
  return boxes;
}

}  // namespace kiosk
