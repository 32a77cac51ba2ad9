#include "kiosk/widgets/field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kiosk/text/caret.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {
namespace {

// What can be seen of a text: bytes [start, end).
struct Part {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// As much as fits before the caret, then as much as fits behind it.
template <typename Fits>
Part around_caret(const std::string& text, std::uint32_t caret, const Fits& fits) {
  Part part{caret, caret};
  for (std::uint32_t at = caret; at > 0;) {
    --at;
    if (!begins_character(text[at]))
      continue;
    if (!fits({at, caret}))
      break;
    part.start = at;
  }
  for (std::uint32_t at = caret; at < text.size();) {
    do
      ++at;
    while (at < text.size() && !begins_character(text[at]));
    if (!fits({part.start, at}))
      break;
    part.end = at;
  }
  return part;
}

Caret caret_of(const Typing& typing, const Part& part) {
  return {typing.caret - part.start,
          typing.before_next ? Caret::Side::BeforeNext : Caret::Side::AfterPrevious};
}

// All places from left to right, `left` px from the field's left edge.
std::vector<CaretStop> stops_of(const CaretMap& map, const Typing& typing, const Part& part,
                                float left) {
  constexpr std::size_t most = 4 * longest_typed;
  std::vector<CaretStop> stops;
  const Caret now = caret_of(typing, part);
  for (Caret caret = map.hit(-1.0e6F, 0); stops.size() < most;) {
    const float x = map.place(caret).x;
    stops.push_back({static_cast<int>(std::lround(left + x)),
                     caret_word(caret.offset + part.start, caret.side == Caret::Side::BeforeNext),
                     caret.offset == now.offset && x == map.place(now).x});
    const Caret next = map.moved(caret, Arrow::Right);
    if (next == caret)
      break;
    caret = next;
  }
  return stops;
}

Box bar_of_caret(const Look& look, int height) {
  Box box;
  box.role = Role::Decoration;
  box.name = "caret";
  box.rect = {0, 0, look.px(6), std::min(look.px(72), height)};
  box.paint.fill = look.colors().action;
  return box;
}

Box clear_key(const Look& look, const std::string& word, int side) {
  Box box = key(look, "search:clear", {ActionKind::ReplaceTyped, {}}, {side, side});
  box.spoken = word;
  Box sign = pictogram(look, "close", 54, look.colors().ink);
  const int at = (side - sign.rect.width) / 2;
  box.children.push_back(centered_at(std::move(sign), at, side - look.lower_edge()));
  return box;
}

}  // namespace

Box text_field(const Scribe& type, const Typing& typing, const FieldWords& words, FieldUse use,
               int width) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const bool empty = typing.text.empty();
  const bool clears = !empty && use == FieldUse::Typing;
  const int inside = look.px(28);
  const int text_start = inside + look.px(60 + 20);
  const int clear_side = look.px(92);
  const int room = width - text_start - (clears ? clear_side + 2 * look.px(16) : inside);
  const int caret_room = look.px(6 + 4);

  Setting setting{.type = Type::Field,
                  .weight = empty ? Weight::Regular : Weight::SemiBold,
                  .color = empty ? colors.ink_soft : colors.ink};
  const auto fits = [&](std::string_view text) {
    return type.width({std::string(text)}, setting) <= static_cast<float>(room - caret_room);
  };
  Part part{0, static_cast<std::uint32_t>(typing.text.size())};
  const std::string& whole = empty ? words.hint : typing.text;
  constexpr std::array cuts{Stretch::SemiCondensed, Stretch::Condensed, Stretch::ExtraCondensed};
  for (auto cut = cuts.begin(); cut != cuts.end() && !fits(whole); ++cut)
    setting.stretch = *cut;
  if (!empty && !fits(whole))
    part = around_caret(typing.text, typing.caret, [&](Part tried) {
      return fits(std::string_view(typing.text).substr(tried.start, tried.end - tried.start));
    });
  const std::string shown =
      empty ? words.hint : typing.text.substr(part.start, part.end - part.start);
  Box text = type.text("search:typed", {shown}, setting, room);

  const int height = std::max(look.px(124), text.rect.height + look.px(24));
  Box field = key(look, "search:field",
                  use == FieldUse::Typing ? Action{ActionKind::PlaceCaret, {}}
                                          : Action{ActionKind::OpenSearch, {}},
                  {width, height});
  field.paint.edge = colors.action;
  field.paint.outline = look.px(6);
  field.paint.lower_edge = 0;
  field.inverted_when_pressed = use == FieldUse::Reading;
  field.spoken = words.name + (empty ? "" : ": " + typing.text);

  const bool from_right = type.page() == Direction::RightToLeft;
  const CaretMap map(*text.paint.text, shown);
  float x = from_right ? static_cast<float>(room) : 0.0F;
  if (!empty)
    x = map.place(caret_of(typing, part)).x;
  Box caret = bar_of_caret(look, height - look.px(30));
  const int wide = caret.rect.width;
  const float from_start = from_right ? static_cast<float>(room) - x : x;
  const int along = static_cast<int>(std::lround(from_start)) - (empty ? 0 : wide / 2);
  const int text_gap = empty ? wide + look.px(10) : 0;  // the hint stands behind the caret
  text.rect.width -= text_gap;
  if (empty)
    text = type.fitted("search:hint", {shown}, setting, room - text_gap);
  if (use == FieldUse::Typing && !empty) {
    const int left = from_right ? width - text_start - room : text_start;
    field.stops = stops_of(map, typing, part, static_cast<float>(left));
  }
  field.children.push_back(
      centered_at(pictogram(look, "search", 60, colors.action), inside, height));
  field.children.push_back(centered_at(std::move(text), text_start + text_gap, height));
  if (use == FieldUse::Typing)
    field.children.push_back(centered_at(
        std::move(caret), std::min(text_start + along, text_start + room - wide), height));
  if (clears)
    field.children.push_back(centered_at(clear_key(look, words.clear, clear_side),
                                         width - clear_side - look.px(16), height));
  return field;
}

}  // namespace kiosk
