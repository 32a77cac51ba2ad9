#include "kiosk/screens/hearing_row.h"

#include <array>
#include <cmath>
#include <utility>

#include "kiosk/screens/alert.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

struct HearingKey {
  const char* name;
  const char* word;
  const char* drawing;
  ActionKind action;
};
constexpr std::array<HearingKey, 6> hearing_keys{{
    {"hear:again", "hear.again", "previous", ActionKind::HearAgain},
    {"hear:slower", "hear.slower", "minus", ActionKind::HearSlower},
    {"hear:faster", "hear.faster", "plus", ActionKind::HearFaster},
    {"hear:done", "hear.done", "close", ActionKind::StopListening},
    {"hear:quieter", "hear.quieter", "minus", ActionKind::HearQuieter},
    {"hear:louder", "hear.louder", "plus", ActionKind::HearLouder},
}};
constexpr double key_units = 108;
constexpr double side_units = 20;

int rows(const Frame& frame) {
  return frame.portrait() ? 2 : 1;
}

// A step that is not there is no key.
bool leads_anywhere(const Hearing& hearing, ActionKind action) {
  switch (action) {
    case ActionKind::HearSlower:
      return hearing.pace > slowest_pace;
    case ActionKind::HearFaster:
      return hearing.pace < fastest_pace;
    case ActionKind::HearQuieter:
      return hearing.loudness > 0;
    case ActionKind::HearLouder:
      return hearing.loudness < loudest;
    default:
      return true;
  }
}

// Drawing and word side by side; the word is set narrower, then as small as it is designed, then
// without the drawing.
Box face(const Frame& frame, const HearingKey& spec, int width) {
  const Look& look = frame.look();
  Box box = key(look, spec.name, {spec.action, {}}, {width, frame.px(key_units)});
  const std::string word = frame.words()(spec.word);
  box.spoken = word;
  const int height = box.rect.height - look.lower_edge() + look.outline();
  Box drawing = pictogram(look, spec.drawing, 46, look.colors().ink);
  const int side = look.px(10);
  int before = drawing.rect.width + look.px(12);
  const Setting setting{.type = Type::Action,
                        .weight = Weight::SemiBold,
                        .color = look.colors().ink,
                        .stretch = Stretch::SemiCondensed};
  Setting narrowest = setting;
  narrowest.stretch = Stretch::ExtraCondensed;
  Scribe type = frame.type();
  const auto fits = [&] {
    return type.width({word}, narrowest) < static_cast<float>(width - before - 2 * side);
  };
  if (!fits()) {
    Look small = look;
    small.text_size = TextSize::Normal;
    type = type.with_look(small);
  }
  const bool drawn = fits();
  if (!drawn)
    before = 0;
  const std::string name = std::string(spec.name) + "/word";
  const int room = width - before - 2 * side;
  const Box wide = type.fitted(name, {word}, setting, room);
  Box text = type.fitted(name, {word}, setting,
                         std::min(room, static_cast<int>(std::ceil(wide.paint.text->width)) + 1));
  const int start = (width - before - text.rect.width) / 2;
  if (drawn)
    box.children.push_back(centered_at(std::move(drawing), start, height));
  box.children.push_back(centered_at(std::move(text), start + before, height));
  return box;
}

}  // namespace

int hearing_row_height(const Frame& frame) {
  const Hearing& hearing = frame.session().hearing;
  if (hearing.state == Hearing::State::Off || hearing.silence != Silence::None ||
      !frame.reads_on() || alert_lies_over(frame))
    return 0;
  const int between = (rows(frame) - 1) * frame.look().gap();
  return rows(frame) * frame.px(key_units) + between + 2 * frame.px(side_units);
}

Box hearing_row(const Frame& frame) {
  const int across = static_cast<int>(hearing_keys.size()) / rows(frame);
  const auto places = columns(frame.width(), across, frame.look().gap());
  Box box;
  box.name = "hearing";
  box.rect = {0, frame.bottom(), frame.look().panel.size.width, hearing_row_height(frame)};
  box.paint.fill = frame.colors().sunk;
  int at = -1;
  for (const HearingKey& spec : hearing_keys) {
    ++at;
    if (!leads_anywhere(frame.session().hearing, spec.action))
      continue;
    const Column& place = places[static_cast<std::size_t>(at % across)];
    const int row = at / across;
    box.children.push_back(moved(
        face(frame, spec, place.width), frame.start() + place.start,
        frame.bottom() + frame.px(side_units) + row * (frame.px(key_units) + frame.look().gap())));
  }
  return box;
}

}  // namespace kiosk
