#include "kiosk/widgets/key.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

constexpr double action_pictogram = 50;

bool points_onward(const std::string& drawing) {
  return drawing == "next";
}

Setting action_setting(const Look& look, Rank rank, Stretch stretch) {
  const Palette& colors = look.colors();
  return {.type = Type::Action,
          .weight = Weight::SemiBold,
          .color = rank == Rank::Main ? colors.on_action : colors.ink,
          .stretch = stretch};
}

int needed_width(const Scribe& type, const ActionKey& spec, Stretch stretch) {
  const Look& look = type.look();
  const float word = type.width({spec.word}, action_setting(look, spec.rank, stretch));
  return static_cast<int>(std::ceil(word)) + 1 + look.px(action_pictogram) + look.px(14) +
         2 * look.px(24);
}

int needed_width(const Scribe& type, const std::vector<ActionKey>& keys, Stretch stretch) {
  int sum = type.look().gap() * (static_cast<int>(keys.size()) - 1);
  for (const ActionKey& spec : keys)
    sum += needed_width(type, spec, stretch);
  return sum;
}

// Word and pictogram side by side in the middle of the key.
Box face(const Scribe& type, const ActionKey& spec, int width, Stretch stretch, bool with_word) {
  const Look& look = type.look();
  Box box = key(look, spec.name, spec.action, {width, action_row_height(look)}, spec.rank);
  const Setting setting = action_setting(look, spec.rank, stretch);
  const int height = box.rect.height - look.lower_edge() + look.outline();
  Box drawing = pictogram(look, spec.drawing, action_pictogram, setting.color);
  box.spoken = spec.word;
  if (!with_word) {
    const int start = (width - drawing.rect.width) / 2;
    box.children.push_back(centered_at(std::move(drawing), start, height));
    return box;
  }
  Box word = type.line(spec.name + "/word", {spec.word}, setting);
  if (word.rect.height > height) {  // large words of a high script
    Look small = look;
    small.text_size = TextSize::Normal;
    word = type.with_look(small).line(spec.name + "/word", {spec.word}, setting);
  }
  const int gap = look.px(14);
  const int together = word.rect.width + gap + drawing.rect.width;
  const int start = std::max((width - together) / 2, look.outline());
  const bool after = points_onward(spec.drawing);
  const int word_start = after ? start : start + drawing.rect.width + gap;
  const int drawing_start = after ? start + word.rect.width + gap : start;
  box.children.push_back(centered_at(std::move(drawing), drawing_start, height));
  box.children.push_back(centered_at(std::move(word), word_start, height));
  return box;
}

}  // namespace

Box key(const Look& look, std::string name, Action action, Size size, Rank rank) {
  const Palette& colors = look.colors();
  Box box;
  box.role = Role::Key;
  box.name = std::move(name);
  box.action = std::move(action);
  box.rect = {0, 0, size.width, size.height};
  const bool main = rank == Rank::Main;
  box.paint.fill = main ? colors.action : colors.surface;
  box.paint.edge = main ? colors.action_edge : colors.edge;
  box.paint.foreground = main ? colors.on_action : colors.ink;
  box.paint.radius = look.radius();
  box.paint.lower_edge = look.lower_edge();
  box.paint.outline = main ? 0 : look.outline();
  return box;
}

Box pictogram(const Look& look, std::string drawing, double units, Color color) {
  Box box;
  box.role = Role::Pictogram;
  box.name = drawing;
  box.rect = {0, 0, look.px(units), look.px(units)};
  box.paint.pictogram = std::move(drawing);
  box.paint.foreground = color;
  return box;
}

Box centered_at(Box box, int start, int height) {
  const int top = (height - box.rect.height) / 2;
  return moved(std::move(box), start, top);
}

int action_row_height(const Look& look) {
  return look.px(108);
}

Box action_row(const Scribe& type, const std::vector<ActionKey>& keys, int width) {
  const Look& look = type.look();
  const int gap = look.gap();
  Stretch stretch = Stretch::SemiCondensed;
  std::vector<int> widths;
  bool fits = false;
  for (const Stretch cut : {Stretch::SemiCondensed, Stretch::Condensed, Stretch::ExtraCondensed}) {
    stretch = cut;
    widths.clear();
    int sum = gap * (static_cast<int>(keys.size()) - 1);
    for (const ActionKey& spec : keys) {
      widths.push_back(needed_width(type, spec, cut));
      sum += widths.back();
    }
    fits = sum <= width;
    if (fits)
      break;
  }
  std::vector<Box> row;
  int start = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const bool last = i + 1 == keys.size();
    const int wide = last ? std::max(width - start, look.smallest_target()) : widths[i];
    row.push_back(moved(face(type, keys[i], wide, stretch, fits || !last), start, 0));
    start += wide + gap;
  }
  return group("actions", std::move(row));
}

int action_rows_height(const Look& look, int rows) {
  return rows * action_row_height(look) + (rows - 1) * look.gap();
}

int action_rows_needed(const Scribe& type, const std::vector<ActionKey>& keys, int width) {
  return keys.empty() ? 0 : needed_width(type, keys, Stretch::Condensed) <= width ? 1 : 2;
}

Box action_rows(const Scribe& type, const std::vector<ActionKey>& keys, int width) {
  if (action_rows_needed(type, keys, width) < 2 || keys.size() < 2)
    return action_row(type, keys, width);
  // Where to part them so that the longer row is as short as can be.
  std::vector<ActionKey> above;
  std::vector<ActionKey> below;
  int best = 0;
  for (std::size_t cut = 1; cut < keys.size(); ++cut) {
    const auto middle = keys.begin() + static_cast<std::ptrdiff_t>(cut);
    const std::vector<ActionKey> first(keys.begin(), middle);
    const std::vector<ActionKey> rest(middle, keys.end());
    const int longer = std::max(needed_width(type, first, Stretch::SemiCondensed),
                                needed_width(type, rest, Stretch::SemiCondensed));
    if (cut > 1 && longer >= best)
      continue;
    best = longer;
    above = first;
    below = rest;
  }
  std::vector<Box> rows;
  rows.push_back(action_row(type, above, width));
  rows.push_back(
      moved(action_row(type, below, width), 0, action_row_height(type.look()) + type.look().gap()));
  return group("action-rows", std::move(rows));
}

Box list_key(const Scribe& type, const Scribe& title_type, const ListKey& spec, int width,
             int least_height) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const int inside = look.px(32);
  const int onward = look.px(48);
  const int text_width = width - inside - look.px(28) - onward - look.px(24);
  Box title = title_type.label(
      spec.name + "/title", spec.title,
      {.type = Type::M, .weight = Weight::SemiBold, .color = colors.ink, .line_height = 1.2F},
      text_width, 2);
  int text_height = title.rect.height;
  std::vector<Box> second;
  if (!spec.second.text.empty()) {
    const int indent = spec.second_drawing.empty() ? 0 : look.px(40 + 12);
    Box line = type.text(spec.name + "/second", spec.second,
                         {.type = Type::S, .color = colors.ink_soft, .line_height = 1.25F},
                         text_width - indent);
    if (indent > 0)
      second.push_back(centered_at(pictogram(look, spec.second_drawing, 40, colors.ink_soft), 0,
                                   std::min(line.rect.height, look.px(52))));
    second.push_back(moved(std::move(line), indent, 0));
    text_height += look.px(2) + second.back().rect.height;
  }
  const int height = std::max(least_height, text_height + look.px(40));
  const int face_height = height - look.lower_edge() + look.outline();
  Box box = key(look, spec.name, spec.action, {width, height});
  int top = (face_height - text_height) / 2;
  const int title_height = title.rect.height;
  box.children.push_back(moved(std::move(title), inside, top));
  top += title_height + look.px(2);
  for (Box& part : second)
    box.children.push_back(moved(std::move(part), inside, top));
  box.children.push_back(centered_at(pictogram(look, "next", 48, colors.action),
                                     width - look.px(28) - onward, face_height));
  return box;
}

Box link_key(const Scribe& title_type, const ListKey& spec, int width) {
  const Look& look = title_type.look();
  const int inside = look.px(24);
  const int onward = look.px(44);
  const int room = width - 2 * inside - onward - look.px(16);
  Box title = title_type.label(spec.name + "/title", spec.title,
                               {.type = Type::S,
                                .weight = Weight::SemiBold,
                                .color = look.colors().ink,
                                .line_height = 1.16F},
                               room, 2);
  // Low and across, a heading and its link are all that a page has room for.
  const bool tight = look.low_reach && !look.panel.portrait();
  const int height =
      std::max(look.px(tight ? 68 : 92), title.rect.height + look.px(tight ? 14 : 28));
  const int face_height = height - look.lower_edge() + look.outline();
  Box box = key(look, spec.name, spec.action, {width, height});
  box.spoken = spec.title.text;
  box.children.push_back(centered_at(std::move(title), inside, face_height));
  box.children.push_back(centered_at(pictogram(look, "next", 44, look.colors().action),
                                     width - inside - onward, face_height));
  return box;
}

}  // namespace kiosk
