// The seam between what is shown and pixels. Everything drawn goes through these verbs, so a
// snapshot, a test and the kiosk have the same picture. Physical pixels, left/top.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/geometry/panel.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;

  bool operator==(const Color&) const = default;
};

enum class Mirror : std::uint8_t { No, Yes };

class Canvas {
 public:
  virtual ~Canvas() = default;

  virtual Size size() const = 0;
  // Everything until the matching pop is cut to `rect` (intersected with the clip before it).
  virtual void push_clip(const Rect& rect) = 0;
  virtual void pop_clip() = 0;

  virtual void fill(const Rect& rect, Color color) = 0;
  virtual void fill_rounded(const Rect& rect, int radius, Color color) = 0;
  // A ring of `stroke` px inside `rect`, corners rounded by `radius`.
  virtual void stroke_rounded(const Rect& rect, int radius, int stroke, Color color) = 0;
  virtual void fill_circle(float center_x, float center_y, float radius, Color color) = 0;
  virtual void stroke_circle(float center_x, float center_y, float radius, float stroke,
                             Color color) = 0;
  // `paragraph` with its left/top at x/y; glyphs with color index 0 in `color`, others in
  // `second` (the page's family colour for numbers and links).
  virtual void text(const Paragraph& paragraph, float x, float y, Color color, Color second) = 0;
  // A pictogram of the look by name, drawn as a square of rect's width in one colour.
  virtual void pictogram(std::string_view name, const Rect& rect, Color color, Mirror mirror) = 0;
  // A content picture (PNG), scaled to fit.
  virtual void picture(std::string_view media_type, std::string_view bytes, const Rect& rect) = 0;
};

}  // namespace kiosk
