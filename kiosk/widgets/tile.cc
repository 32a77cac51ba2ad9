#include "kiosk/widgets/tile.h"

#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {
namespace {

Box ground(std::string name, Rect rect, Color fill, int radius) {
  Box box;
  box.role = Role::Decoration;
  box.name = std::move(name);
  box.rect = rect;
  box.paint.fill = fill;
  box.paint.radius = radius;
  return box;
}

Box in_the_middle(Box drawing, const Rect& rect) {
  const int x = rect.x + (rect.width - drawing.rect.width) / 2;
  const int y = rect.y + (rect.height - drawing.rect.height) / 2;
  return moved(std::move(drawing), x, y);
}

}  // namespace

Box family_block(const Look& look, const FamilyColors& colors, const std::string& drawing,
                 double drawing_units, int width, int key_height) {
  const int side = look.outline();
  const int radius = look.radius() - side;
  const Rect rect{side, side, width, key_height - side - look.lower_edge()};
  std::vector<Box> parts;
  parts.push_back(ground("family", rect, colors.fill, radius));
  parts.push_back(ground("family-inner", {rect.x + radius, rect.y, width - radius, rect.height},
                         colors.fill, 0));
  const Box sign = pictogram(look, drawing, drawing_units, colors.on);
  parts.push_back(in_the_middle(sign, rect));
  return group("block", std::move(parts));
}

Box family_square(const Look& look, const FamilyColors& colors, const std::string& drawing,
                  double square, double drawing_units) {
  const Rect rect{0, 0, look.px(square), look.px(square)};
  Box box = ground("family", rect, colors.fill, look.radius());
  box.children.push_back(in_the_middle(pictogram(look, drawing, drawing_units, colors.on), rect));
  return box;
}

Box tile(const Scribe& type, const Tile& spec, Size size, const TileShape& shape) {
  const Look& look = type.look();
  Box box = key(look, spec.name, spec.action, size);
  box.spoken = spec.label;
  const int block = look.px(shape.block);
  box.children.push_back(
      family_block(look, spec.colors, spec.drawing, shape.drawing, block, size.height));
  const int start = look.outline() + block + look.px(22);
  const int width = size.width - start - look.px(8);
  const int face = size.height - look.lower_edge() + look.outline();
  const auto label_in = [&](const Look& sized) {
    return type.with_look(sized).label(spec.name + "/label", {spec.label},
                                       {.type = shape.label,
                                        .weight = Weight::SemiBold,
                                        .color = look.colors().ink,
                                        .line_height = 1.16F},
                                       width, 2);
  };
  Look sized = look;
  Box label = label_in(sized);
  while (label.rect.height > face && sized.text_size != TextSize::Normal) {
    sized.text_size = static_cast<TextSize>(sized.step() - 1);
    label = label_in(sized);
  }
  label.rect.width = std::min(label.rect.width, width);
  box.children.push_back(centered_at(std::move(label), start, face));
  return box;
}

}  // namespace kiosk
