#include "kiosk/widgets/choice_key.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {
namespace {

constexpr double mark_units = 40;

// A narrow key has its mark over the word, a wide one before it; its room is kept free while the
// key is not chosen, so that a touch moves nothing.
bool is_narrow(const Look& look, int width) {
  return width < look.px(240);
}

}  // namespace

Box choice_key(const Scribe& type, const ChoiceKey& spec, int width, int least_height) {
  const Look& look = type.look();
  const Palette& colors = look.colors();
  const bool chosen = spec.chosen == Chosen::Yes;
  const Color ink = chosen ? colors.surface : colors.ink;
  const bool narrow = is_narrow(look, width);
  const int side = look.px(narrow ? 10 : 20);
  const int mark = look.px(mark_units);
  const int indent = narrow ? 0 : mark + look.px(12);
  const int room = width - 2 * side - indent;
  Box word = type.label(spec.name + "/word", {spec.word},
                        {.type = Type::S,
                         .weight = Weight::SemiBold,
                         .color = ink,
                         .alignment = narrow ? Alignment::Center : Alignment::Start,
                         .line_height = 1.16F},
                        room, 2);
  word.rect.width = room;
  const int edges = look.lower_edge() + look.outline() + look.px(16);
  const int height = std::max(least_height, word.rect.height + edges + (narrow ? mark : 0));
  Box box = key(look, spec.name, spec.action, {width, height});
  box.spoken = spec.spoken;
  if (chosen) {
    box.paint.fill = colors.ink;
    box.paint.edge = colors.ink;
    box.paint.foreground = colors.surface;
  }
  const int face = height - look.lower_edge() + look.outline();
  const int word_height = word.rect.height;
  if (!narrow) {
    box.children.push_back(centered_at(std::move(word), side + indent, face));
    if (chosen)
      box.children.push_back(centered_at(pictogram(look, "check", mark_units, ink), side, face));
    return box;
  }
  const int together = word_height + (chosen ? mark : 0);
  const int top = (face - together) / 2;
  if (chosen)
    box.children.push_back(
        moved(pictogram(look, "check", mark_units, ink), (width - mark) / 2, top));
  box.children.push_back(moved(std::move(word), side, top + together - word_height));
  return box;
}

}  // namespace kiosk
