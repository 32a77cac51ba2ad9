// What the screen shows already, told by what was drawn there. Pages are described whole, but
// mostly one key of them has changed, and filling, blending and carrying pixels is what is dear on
// a small computer. So a page is first drawn on this canvas: it paints nothing and counts every
// verb into one number for each tile that the verb may touch. A tile with the number it had has the
// pixels it had, and need not be painted. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/damage.h"

namespace kiosk {

class Shown final : public Canvas {
 public:
  explicit Shown(Size size);

  Size size() const override { return size_; }
  void push_clip(const Rect& rect) override;
  // Throws without a push before it.
  void pop_clip() override;
  void fill(const Rect& rect, Color color) override;
  void fill_rounded(const Rect& rect, int radius, Color color) override;
  void stroke_rounded(const Rect& rect, int radius, int stroke, Color color) override;
  void fill_circle(float center_x, float center_y, float radius, Color color) override;
  void stroke_circle(float center_x, float center_y, float radius, float stroke,
                     Color color) override;
  void text(const Paragraph& paragraph, float x, float y, Color color, Color second) override;
  void pictogram(std::string_view name, const Rect& rect, Color color, Mirror mirror) override;
  void picture(std::string_view media_type, std::string_view bytes, const Rect& rect) override;

  // Ends the page: the parts of it that may look different from the page before; from now on they
  // count as shown. The first time that is the whole page.
  std::vector<Rect> take_changes();
  // The screen may hold anything: everything has to be shown again.
  void forget() { shown_.clear(); }

 private:
  void add(const Rect& reach, std::uint64_t verb);

  Size size_;
  std::vector<Rect> clips_;
  Rect clip_;
  std::vector<std::uint64_t> drawn_;  // by tile, row by row: the page being drawn
  std::vector<std::uint64_t> shown_;  // the page before; empty where nothing is known
};

}  // namespace kiosk
