#include "kiosk/widgets/dialog.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {
namespace {

Box dot(const Look& look, double x, double y, double radius, Color color) {
  Box box;
  box.role = Role::Decoration;
  box.name = "dot";
  box.rect = {static_cast<int>(std::lround(look.exact(x - radius))),
              static_cast<int>(std::lround(look.exact(y - radius))), look.px(2 * radius),
              look.px(2 * radius)};
  box.paint.circle = true;
  box.paint.fill = color;
  return box;
}

// The look's ring: 232 wide, dots on a circle of 104. It empties against the clock from the top,
// the same way round in every language: a clock does not turn with the page.
Box countdown(const Scribe& type, const Question& question) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  Color gone = colors.action;
  gone.alpha = 115;
  Box box;
  box.name = "countdown";
  box.rect = {0, 0, look.px(232), look.px(232)};
  const bool turned = type.page() == Direction::RightToLeft;
  constexpr int dots = 30;  // more would touch each other
  for (int i = 0; i < dots; ++i) {
    const double angle =
        2 * std::numbers::pi * static_cast<double>(i) / dots - std::numbers::pi / 2;
    const double x = turned ? -std::cos(angle) : std::cos(angle);
    const bool left = i * question.seconds < question.seconds_left * dots;
    box.children.push_back(dot(look, 116 + 104 * x, 116 + 104 * std::sin(angle), left ? 8 : 4,
                               left ? colors.action : gone));
  }
  const Scribe figures = type.in("de", Direction::LeftToRight);
  Box number = figures.text("seconds", {std::to_string(question.seconds_left)},
                            {.type = Type::XXL,
                             .weight = Weight::Bold,
                             .color = colors.ink,
                             .alignment = Alignment::Center},
                            box.rect.width);
  box.children.push_back(centered_at(std::move(number), 0, box.rect.height));
  return box;
}

Box answer(const Scribe& type, std::string name, const std::string& word,
           const std::string& drawing, Action action, Size size, Rank rank) {
  const Look& look = type.look();
  Box box = key(look, std::move(name), std::move(action), size, rank);
  box.spoken = word;
  const int height = size.height - look.lower_edge() + look.outline();
  Box sign = pictogram(look, drawing, 60, box.paint.foreground);
  const int gap = look.px(22);
  const int room = size.width - sign.rect.width - gap - 2 * look.px(16);
  Setting setting{.type = Type::M, .weight = Weight::SemiBold, .color = box.paint.foreground};
  for (const Type smaller : {Type::Action, Type::Caption}) {
    if (type.width({word}, setting) < static_cast<float>(room))
      break;
    setting.type = smaller;
  }
  const auto written = [&](const Scribe& scribe) {
    const int wide = std::min(static_cast<int>(std::ceil(scribe.width({word}, setting))) + 1, room);
    return scribe.label(box.name + "/word", {word}, setting, wide, 1);
  };
  Box text = written(type);
  if (text.rect.height > height) {  // large words of a high script
    Look small = look;
    small.text_size = TextSize::Normal;
    text = written(type.with_look(small));
  }
  const int start = (size.width - sign.rect.width - gap - text.rect.width) / 2;
  const int after = start + sign.rect.width + gap;
  box.children.push_back(centered_at(std::move(sign), start, height));
  box.children.push_back(centered_at(std::move(text), after, height));
  return box;
}

}  // namespace

Box dialog(const Scribe& type, const Question& question, int width) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const int side = look.px(56);
  const int inside = width - 2 * side;
  Box ring = countdown(type, question);
  Box title = type.label("dialog/title", {question.title},
                         {.type = Type::XL, .weight = Weight::Bold, .color = colors.ink},
                         inside - ring.rect.width - look.px(40), 2);
  Box text =
      type.text("dialog/text", {question.text}, {.type = Type::S, .color = colors.ink}, inside);
  Box box;
  box.role = Role::Dialog;
  box.name = "dialog";
  box.paint.fill = colors.paper;
  box.paint.radius = look.px(24);
  if (colors.contrast) {
    box.paint.outline = look.px(4);
    box.paint.edge = colors.ink;
  }
  int top = look.px(52);
  const int upper = std::max(ring.rect.height, title.rect.height);
  const int ring_start = width - side - ring.rect.width;
  box.children.push_back(moved(centered_at(std::move(title), side, upper), 0, top));
  box.children.push_back(moved(centered_at(std::move(ring), ring_start, upper), 0, top));
  top += upper + look.px(26);
  const int text_height = text.rect.height;
  box.children.push_back(moved(std::move(text), side, top));
  top += text_height + look.px(40);
  const std::vector<Column> halves = columns(inside, 2, look.px(32));
  const int height = look.px(148);
  box.children.push_back(moved(answer(type, "continue", question.yes, "check", question.yes_action,
                                      {halves[0].width, height}, Rank::Main),
                               side + halves[0].start, top));
  box.children.push_back(moved(answer(type, "leave", question.no, "leave-now", question.no_action,
                                      {halves[1].width, height}, Rank::Plain),
                               side + halves[1].start, top));
  box.rect = {0, 0, width, top + height + look.px(48)};
  return box;
}

Box scrim(const Look& look, Action yes) {
  Box box;
  box.role = Role::Key;
  box.name = "scrim";
  box.action = std::move(yes);
  box.inverted_when_pressed = false;
  box.rect = {0, 0, look.panel.size.width, look.panel.size.height};
  const bool dark = look.theme == Theme::Dark || look.theme == Theme::ContrastDark;
  Color color = dark ? Color{0, 0, 0} : look.colors().ink;
  color.alpha = 184;  // 72 %
  box.paint.fill = color;
  return box;
}

}  // namespace kiosk
