#include "kiosk/widgets/draw.h"

namespace kiosk {
namespace {

struct Brush {
  Canvas& canvas;
  const Look& look;
  const KeyState& state;
};

Rect inset(const Rect& rect, int side, int bottom) {
  return {rect.x + side, rect.y + side, rect.width - 2 * side, rect.height - side - bottom};
}

Rect grown(const Rect& rect, int by) {
  return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

void draw_circle(const Brush& brush, const Paint& paint, const Rect& rect) {
  const float radius = static_cast<float>(rect.width) / 2;
  const float x = static_cast<float>(rect.x) + radius;
  const float y = static_cast<float>(rect.y) + radius;
  if (paint.fill)
    brush.canvas.fill_circle(x, y, radius, *paint.fill);
  if (paint.outline > 0)
    brush.canvas.stroke_circle(x, y, radius, static_cast<float>(paint.outline), paint.edge);
}

void draw_shape(const Brush& brush, const Paint& paint, const Rect& rect) {
  if (paint.circle) {
    draw_circle(brush, paint, rect);
    return;
  }
  if (paint.lower_edge > 0) {  // a rounded rect of edge, a second one of fill inset in it
    brush.canvas.fill_rounded(rect, paint.radius, paint.edge);
    const Rect face = inset(rect, paint.outline, paint.lower_edge);
    if (paint.fill)
      brush.canvas.fill_rounded(face, paint.radius - paint.outline, *paint.fill);
    return;
  }
  if (paint.fill && paint.radius > 0)
    brush.canvas.fill_rounded(rect, paint.radius, *paint.fill);
  else if (paint.fill)
    brush.canvas.fill(rect, *paint.fill);
  if (paint.outline > 0)
    brush.canvas.stroke_rounded(rect, paint.radius, paint.outline, paint.edge);
}

void draw_content(const Brush& brush, const Paint& paint, const Rect& rect, int down,
                  const Color* inverted) {
  const Rect placed{rect.x, rect.y + down, rect.width, rect.height};
  const Color color = inverted != nullptr ? *inverted : paint.foreground;
  const Color second = inverted != nullptr ? *inverted : paint.second;
  if (!paint.pictogram.empty())
    brush.canvas.pictogram(paint.pictogram, placed, color, paint.mirror);
  for (const Rect& cell : paint.cells)
    brush.canvas.fill({placed.x + cell.x, placed.y + cell.y, cell.width, cell.height},
                      paint.foreground);
  if (!paint.picture_bytes.empty())
    brush.canvas.picture(paint.picture_type, paint.picture_bytes, placed);
  if (paint.text)
    brush.canvas.text(*paint.text, paint.text_x, paint.text_y + static_cast<float>(down), color,
                      second);
}

// Inside a pressed key: what stands on it, in the key's surface colour, without grounds of its own.
void draw_inverted(const Brush& brush, const Box& box, int down, const Color& color) {
  draw_content(brush, box.paint, box.rect, down, &color);
  for (const Box& child : box.children)
    draw_inverted(brush, child, down, color);
}

// Ink with surface on it; a key that is as dark as ink already (the bar, the main key) turns its
// own two colours round, or a touch would not be seen.
void draw_pressed(const Brush& brush, const Box& box) {
  const Palette& colors = brush.look.colors();
  const Color rest = box.paint.fill.value_or(colors.surface);
  const bool own = contrast(colors.ink, rest) < 3;
  const int down = brush.look.px(4);
  const int lower = box.paint.lower_edge > 0 ? box.paint.lower_edge - box.paint.outline : 0;
  brush.canvas.fill_rounded(
      {box.rect.x, box.rect.y + down, box.rect.width, box.rect.height - lower}, box.paint.radius,
      own ? box.paint.foreground : colors.ink);
  draw_inverted(brush, box, down, own ? rest : colors.surface);
}

void draw_focus(const Brush& brush, const Box& box) {
  const Palette& colors = brush.look.colors();
  const int thin = brush.look.px(4);
  const int thick = brush.look.px(6);
  const int radius = box.paint.radius;
  const auto ring = [&](int distance, int stroke, Color color) {
    brush.canvas.stroke_rounded(grown(box.rect, distance), radius + distance, stroke, color);
  };
  ring(thin, thin, colors.focus_out);
  ring(thin + thick, thick, colors.focus_in);
  ring(thin + thick + thin, thin, colors.focus_out);
}

void draw_box(const Brush& brush, const Box& box) {
  const bool key = box.role == Role::Key && !box.name.empty();
  if (key && box.inverted_when_pressed && box.name == brush.state.pressed) {
    draw_pressed(brush, box);
  } else {
    draw_shape(brush, box.paint, box.rect);
    for (const Ground& ground : box.marked)
      brush.canvas.fill_rounded(ground.rect, brush.look.px(8), ground.color);
    draw_content(brush, box.paint, box.rect, 0, nullptr);
    for (const Box& child : box.children)
      draw_box(brush, child);
  }
  if (key && box.name == brush.state.focused)
    draw_focus(brush, box);
}

}  // namespace

void draw(const Box& root, Canvas& canvas, const Look& look, const KeyState& state) {
  draw_box({canvas, look, state}, root);
}

}  // namespace kiosk
