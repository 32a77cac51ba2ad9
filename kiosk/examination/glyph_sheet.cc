#include "kiosk/examination/glyph_sheet.h"

#include <array>
#include <utility>
#include <vector>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/scribe.h"

namespace kiosk {

void draw_glyph_sheet(const Specimen& specimen, const std::string& letters, const Look& look,
                      TextEngine& text, PageCanvas& canvas) {
  ParagraphRequest request;
  request.text = specimen.name;
  request.language = specimen.language;
  const Direction direction = text.layout(request).direction;
  const Scribe type(text, look, specimen.language, direction, direction);
  const Color ink = look.colors().ink;
  const int width = look.panel.size.width - 2 * look.margin();
  struct Piece {
    const char* name;
    const std::string& words;
    Setting setting;
  };
  const std::array<Piece, 4> pieces{{
      {"name", specimen.name, {.type = Type::XL, .weight = Weight::Bold, .color = ink}},
      {"text", specimen.text, {.type = Type::M, .weight = Weight::SemiBold, .color = ink}},
      {"small", specimen.text, {.type = Type::S, .color = look.colors().ink_soft}},
      {"letters", letters, {.type = Type::S, .color = ink}},
  }};
  std::vector<Box> boxes;
  int top = look.margin();
  for (const Piece& piece : pieces) {
    Box box = type.text(piece.name, {piece.words}, piece.setting, width);
    const int height = box.rect.height;
    boxes.push_back(moved(std::move(box), look.margin(), top));
    top += height + look.gap();
  }
  Box root = group("glyph-sheet", std::move(boxes));
  root.rect = {0, 0, look.panel.size.width, look.panel.size.height};
  if (direction == Direction::RightToLeft)
    root = mirrored(std::move(root), look.panel.size.width);
  canvas.fill(root.rect, look.colors().paper);
  draw(settled(std::move(root)), canvas, look);
}

}  // namespace kiosk
