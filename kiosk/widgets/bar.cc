#include "kiosk/widgets/bar.h"

#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {
namespace {

constexpr double sign_units = 60;

struct Measures {
  double side, top, bottom, key;
};

Measures measures(const Look& look) {
  return look.panel.portrait() ? Measures{24, 20, 24, 136} : Measures{16, 16, 18, 132};
}

struct Shades {
  Color ground, text, edge;
};

Shades shades(const Palette& colors, BarRank rank) {
  switch (rank) {
    case BarRank::Alarm:
      return {colors.alarm, colors.on_alarm, colors.contrast ? colors.ink : colors.alarm};
    case BarRank::Leave:
      return {colors.leave, colors.on_leave, colors.contrast ? colors.ink : colors.leave};
    case BarRank::Plain:
      break;
  }
  return {colors.plinth_key, colors.on_plinth, colors.plinth_edge};
}

Box decoration(std::string name, Rect rect, Color fill, int radius) {
  Box box;
  box.role = Role::Decoration;
  box.name = std::move(name);
  box.rect = rect;
  box.paint.fill = fill;
  box.paint.radius = radius;
  return box;
}

// Beside a word; the longest ones may come close to the edge of their key. What is longer still is
// refused at the desk (label-bar).
double word_side(const Scribe& type, const std::string& word, Setting setting, int key) {
  Look small = type.look();
  small.text_size = TextSize::Normal;
  setting.stretch = Stretch::ExtraCondensed;
  const int usual = key - 2 * small.px(8);
  return type.with_look(small).width({word}, setting) > static_cast<float>(usual) ? 3 : 8;
}

Box bar_key(const Scribe& type, const BarKey& spec, Size size) {
  const Look& look = type.look();
  const Shades colors = shades(look.colors(), spec.rank);
  Box box;
  box.role = Role::Key;
  box.name = "bar:" + spec.drawing;
  box.action = spec.action;
  box.spoken = spec.word;
  box.rect = {0, 0, size.width, size.height};
  box.paint.fill = colors.ground;
  box.paint.foreground = colors.text;
  box.paint.edge = colors.edge;
  box.paint.radius = look.radius();
  box.paint.outline = look.outline();
  const std::string drawing = spec.sign.empty() ? spec.drawing : spec.sign;
  Box sign = pictogram(look, drawing, sign_units, colors.text);
  const Setting setting{.type = Type::Bar,
                        .weight = Weight::Medium,
                        .color = colors.text,
                        .alignment = Alignment::Center,
                        .stretch = Stretch::SemiCondensed};
  const int side = look.px(word_side(type, spec.word, setting, size.width));
  const int inside = size.width - 2 * side;
  Box word = type.fitted(box.name + "/word", {spec.word}, setting, inside);
  const int needed = sign.rect.height + look.px(2) + word.rect.height + look.px(12);
  if (word.paint.text->lines.size() > 1 || needed > size.height) {  // it grows where there is room
    Look small = look;
    small.text_size = TextSize::Normal;
    word = type.with_look(small).fitted(box.name + "/word", {spec.word}, setting, inside);
  }
  const int room = size.height - word.rect.height - look.px(2 + 2 * 3);
  if (room < sign.rect.height)  // over words as high as Nastaliq's
    sign = pictogram(look, drawing, sign_units * room / sign.rect.height, colors.text);
  const int together = sign.rect.height + look.px(2) + word.rect.height;
  const int top = (size.height - together) / 2;
  const int below = top + sign.rect.height + look.px(2);
  if (spec.here == Here::Yes) {
    const int in = look.px(28);
    box.children.push_back(
        decoration("here", {in, 0, size.width - 2 * in, look.px(8)}, colors.text, look.px(3)));
  }
  const int sign_start = (size.width - sign.rect.width) / 2;
  box.children.push_back(moved(std::move(sign), sign_start, top));
  box.children.push_back(moved(std::move(word), side, below));
  return box;
}

Box said_below(const Scribe& type, const std::string& words) {
  const Look& look = type.look();
  const Color color = look.colors().on_plinth;
  const int indent = look.px(60 + 28);
  const int height = look.raise() - look.px(24);
  Box text = type.fitted("low-reach", {words}, {.type = Type::Caption, .color = color},
                         look.panel.size.width - 2 * look.margin() - indent);
  std::vector<Box> parts;
  parts.push_back(centered_at(pictogram(look, "low-reach", 60, color), look.margin(), height));
  parts.push_back(centered_at(std::move(text), look.margin() + indent, height));
  return group("below", std::move(parts));
}

}  // namespace

int bar_height(const Look& look, const BarShape& shape) {
  const Measures at = measures(look);
  return look.px(at.top + shape.rows * at.key + (shape.rows - 1) * 20 + at.bottom);
}

Box bar(const Scribe& type, const BarShape& shape, const std::vector<BarKey>& keys,
        const std::string& below) {
  const Look& look = type.look();
  const Measures at = measures(look);
  const int width = look.panel.size.width;
  const int side = look.px(at.side);
  Box box;
  box.name = "bar";
  const int height = bar_height(look, shape);
  box.rect = {0, 0, width, height + look.raise()};
  box.paint.fill = look.colors().plinth;
  if (look.colors().contrast)
    box.children.push_back(decoration("bar-line", {0, 0, width, look.px(4)}, look.colors().ink, 0));
  if (look.raise() > look.px(100) && !below.empty())
    box.children.push_back(moved(said_below(type, below), 0, height));
  const std::vector<Column> places = columns(width - 2 * side, shape.columns, look.gap());
  for (const BarKey& spec : keys) {
    const Column& place = places.at(static_cast<std::size_t>(spec.column));
    const int top = look.px(at.top + spec.row * (at.key + 20));
    const int bottom = look.px(at.top + spec.row * (at.key + 20) + at.key);
    box.children.push_back(
        moved(bar_key(type, spec, {place.width, bottom - top}), side + place.start, top));
  }
  return box;
}

}  // namespace kiosk
