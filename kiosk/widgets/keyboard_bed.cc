#include "kiosk/widgets/keyboard_bed.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {
namespace {

constexpr double side = 20, between = 8, row_gap = 10, key_height = 96, key_width = 87, cap_air = 9;

// Words on keys do not grow: the keys cannot either.
Scribe fixed_size(const Scribe& type) {
  Look look = type.look();
  look.text_size = TextSize::Normal;
  return type.with_look(look);
}

const Keyboard& lying(const Bed& bed) {
  if (bed.layer == KeyLayer::Signs)
    return sign_keyboard();
  return bed.layer == KeyLayer::German || bed.letters == nullptr ? german_keyboard() : *bed.letters;
}

std::size_t rows_of(const Bed& bed) {
  const Keyboard& own = bed.letters == nullptr ? german_keyboard() : *bed.letters;
  return std::max<std::size_t>(own.rows.size(), 3);
}

Box label_key(const Scribe& type, std::string name, Action action, const std::string& label,
              std::string spoken, int width, Type size) {
  const Look& look = type.look();
  const int height = look.px(key_height);
  Box box = key(look, std::move(name), std::move(action), {width, height});
  box.spoken = std::move(spoken);
  Setting setting{.type = size,
                  .weight = Weight::Medium,
                  .color = look.colors().ink,
                  .alignment = Alignment::Center};
  const int room = width - 2 * look.outline();
  const int face = height - look.lower_edge() + look.outline();
  Box word = fixed_size(type).fitted(box.name + "/label", {label}, setting, room);
  if (word.rect.height > face) {  // Nastaliq's lines are high, its single letters are not
    setting.line_height = 1;
    word = fixed_size(type).fitted(box.name + "/label", {label}, setting, room);
  }
  box.children.push_back(centered_at(std::move(word), look.outline(), face));
  return box;
}

Box drawn_key(const Look& look, std::string name, Action action, const std::string& drawing,
              std::string spoken, int width) {
  const int height = look.px(key_height);
  Box box = key(look, std::move(name), std::move(action), {width, height});
  box.spoken = std::move(spoken);
  Box sign = pictogram(look, drawing, 54, look.colors().ink);
  const int start = (width - sign.rect.width) / 2;
  box.children.push_back(centered_at(std::move(sign), start, height - look.lower_edge()));
  return box;
}

Box go_key(const Scribe& type, const std::string& word, int width) {
  const Look& look = type.look();
  const int height = look.px(key_height);
  const int face = height - look.lower_edge();
  Box box = key(look, "key:go", {ActionKind::OpenResults, {}}, {width, height}, Rank::Main);
  box.spoken = word;
  Box sign = pictogram(look, "search", 54, look.colors().on_action);
  const int room = width - sign.rect.width - look.px(14 + 2 * 14);
  const Setting setting{.type = Type::S,
                        .weight = Weight::SemiBold,
                        .color = look.colors().on_action,
                        .stretch = Stretch::SemiCondensed};
  Box text = fixed_size(type).fitted("key:go/label", {word}, setting, room);
  if (text.paint.text->lines.size() > 1 || text.paint.text->width > static_cast<float>(room)) {
    const int alone = (width - sign.rect.width) / 2;  // it is still spoken
    box.children.push_back(centered_at(std::move(sign), alone, face));
    return box;
  }
  text.rect.width = std::min(room, static_cast<int>(text.paint.text->width) + 2);
  const int together = sign.rect.width + look.px(14) + text.rect.width;
  const int start = (width - together) / 2;
  const int after = start + sign.rect.width + look.px(14);
  box.children.push_back(centered_at(std::move(sign), start, face));
  Box set = fixed_size(type).fitted("key:go/label", {word}, setting, text.rect.width);
  box.children.push_back(centered_at(std::move(set), after, face));
  return box;
}

struct Keys {
  Box box;
  int left;
};

// From the left edge to the start edge, and in reading order.
std::vector<Box> in_page_order(std::vector<Keys> row, int extent, Direction page) {
  if (page == Direction::RightToLeft)
    std::reverse(row.begin(), row.end());
  std::vector<Box> placed;
  for (Keys& one : row) {
    const int start =
        page == Direction::RightToLeft ? extent - one.left - one.box.rect.width : one.left;
    placed.push_back(moved(std::move(one.box), start, 0));
  }
  return placed;
}

// px a row of so many letters takes: keys as wide as the look's; twelve in a row are a little
// narrower.
int row_width(const Look& look, int count, int width) {
  const int wanted = count * look.px(key_width) + (count - 1) * look.px(between);
  return std::min(width - 2 * look.px(side), wanted);
}

// One size for all letters of a bed: the smaller one where the widest would touch its key's edge.
Type cap_type(const Scribe& type, const Keyboard& letters, int width) {
  const Look& look = type.look();
  const Scribe scribe = fixed_size(type);
  const Setting setting{.type = Type::Cap, .weight = Weight::Medium};
  for (const auto& row : letters.rows) {
    const int count = static_cast<int>(row.size());
    const auto places = columns(row_width(look, count, width), count, look.px(between));
    for (std::size_t i = 0; i < row.size(); ++i)
      if (scribe.width({row[i].label}, setting) >
          static_cast<float>(places[i].width - 2 * look.px(cap_air)))
        return Type::S;
  }
  return Type::Cap;
}

std::vector<Keys> letter_row(const Scribe& type, const std::vector<KeyCap>& caps, int width,
                             Type size) {
  const Look& look = type.look();
  const int count = static_cast<int>(caps.size());
  const int taken = row_width(look, count, width);
  const auto places = columns(taken, count, look.px(between));
  std::vector<Keys> row;
  for (int i = 0; i < count; ++i) {
    const KeyCap& cap = caps[static_cast<std::size_t>(i)];
    const Column& place = places[static_cast<std::size_t>(i)];
    row.push_back({label_key(type, "key:" + cap.types, {ActionKind::TypeText, cap.types}, cap.label,
                             cap.spoken, place.width, size),
                   (width - taken) / 2 + place.start});
  }
  return row;
}

std::vector<Keys> lower_row(const Scribe& type, const Bed& bed, int width) {
  const Look& look = type.look();
  const BedWords& words = bed.words;
  const std::string own = bed.letters == nullptr ? "ABC" : bed.letters->label;
  const bool german = bed.german && bed.letters != nullptr;
  const double room =
      static_cast<double>(width - 2 * look.px(side)) / static_cast<double>(look.exact(1));
  const double gaps = (german ? 4 : 3) * between;
  const double unit = (room - gaps) / 11.5;
  const double go_units = 2.9;
  std::vector<Keys> row;
  double left = side;
  const auto next = [&](double units) {
    const int from = look.px(left);
    left += units * unit;
    const int wide = look.px(left) - from;
    left += between;
    return std::pair(from, wide);
  };
  {
    const auto [from, wide] = next(1.6);
    const bool back = bed.layer == KeyLayer::Signs;
    row.push_back(
        {label_key(type, "key:signs", {ActionKind::ChooseKeys, back ? "letters" : "signs"},
                   back ? own : sign_keyboard().label, back ? words.letters : words.digits, wide,
                   Type::T),
         from});
  }
  if (german) {
    const auto [from, wide] = next(1.6);
    const bool back = bed.layer == KeyLayer::German;
    row.push_back(
        {label_key(type, "key:german", {ActionKind::ChooseKeys, back ? "letters" : "german"},
                   back ? own : german_keyboard().label, back ? words.letters : words.german, wide,
                   Type::T),
         from});
  }
  {
    const auto [from, wide] = next(11.5 - 1.6 - 1.7 - go_units - (german ? 1.6 : 0));
    row.push_back(
        {drawn_key(look, "key:space", {ActionKind::TypeText, " "}, "space", words.space, wide),
         from});
  }
  {
    const auto [from, wide] = next(1.7);
    row.push_back(
        {drawn_key(look, "key:erase", {ActionKind::EraseBack, {}}, "backspace", words.erase, wide),
         from});
  }
  if (bed.go) {
    const auto [from, wide] = next(go_units);
    row.push_back({go_key(type, words.go, wide), from});
  }
  return row;
}

}  // namespace

int bed_height(const Look& look, const Bed& bed) {
  const auto rows = static_cast<double>(rows_of(bed) + 1);
  return look.px(2 * side + rows * key_height + (rows - 1) * row_gap);
}

Box keyboard_bed(const Scribe& type, const Bed& bed, int width) {
  const Look& look = type.look();
  Box box;
  box.name = "keyboard";
  box.rect = {0, 0, width, bed_height(look, bed)};
  box.paint.fill = look.colors().sunk;
  const Keyboard& letters = lying(bed);
  const std::size_t rows = rows_of(bed);
  // What has fewer rows lies lowest, next to the space key.
  const std::size_t first = rows - std::min(rows, letters.rows.size());
  const auto top = [&](std::size_t row) {
    return look.px(side + static_cast<double>(row) * (key_height + row_gap));
  };
  const Type size = cap_type(type, letters, width);
  for (std::size_t i = 0; i < letters.rows.size() && first + i < rows; ++i)
    for (Box& one :
         in_page_order(letter_row(type, letters.rows[i], width, size), width, type.page()))
      box.children.push_back(moved(std::move(one), 0, top(first + i)));
  for (Box& one : in_page_order(lower_row(type, bed, width), width, type.page()))
    box.children.push_back(moved(std::move(one), 0, top(rows)));
  return box;
}

}  // namespace kiosk
