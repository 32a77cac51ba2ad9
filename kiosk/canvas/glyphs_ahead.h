// The glyphs that a page will want, found out without painting it: so that whoever has nothing to
// do can have them made before somebody waits for the page. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/glyph_images.h"

namespace kiosk {

// Where a glyph's picture is drawn, and which.
struct PlacedGlyph {
  GlyphPlace place;
  int x = 0;  // px on the page
  int y = 0;
  bool drawn = false;  // false: it lies where no page is, or has no size
};

// One rule for whoever paints a line and whoever looks ahead. The line's paragraph has its left/top
// at x/y; `light` are the lightnesses of its two colours.
class LinePlaces final {
 public:
  LinePlaces(const Line& line, double x, double y, Color color, Color second);
  PlacedGlyph operator()(const Glyph& glyph) const;

 private:
  double x_;
  double y_;
  std::uint8_t light_[2];
};

class GlyphsAhead final : public Canvas {
 public:
  explicit GlyphsAhead(Size size) : size_(size) {}

  Size size() const override { return size_; }
  void push_clip(const Rect&) override {}
  void pop_clip() override {}
  void fill(const Rect&, Color) override {}
  void fill_rounded(const Rect&, int, Color) override {}
  void stroke_rounded(const Rect&, int, int, Color) override {}
  void fill_circle(float, float, float, Color) override {}
  void stroke_circle(float, float, float, float, Color) override {}
  void text(const Paragraph& paragraph, float x, float y, Color color, Color second) override;
  void pictogram(std::string_view, const Rect&, Color, Mirror) override {}
  void picture(std::string_view, std::string_view, const Rect&) override {}

  // In the order they are drawn, each once.
  std::vector<GlyphPlace> take();

 private:
  Size size_;
  std::vector<GlyphPlace> places_;
};

}  // namespace kiosk
