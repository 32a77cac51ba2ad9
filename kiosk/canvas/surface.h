// The page in memory: one opaque surface that everything is blended into, so that a snapshot, a
// test and the kiosk have the same pixels and presenting is a plain copy. Knows rectangles, discs
// and masks; fonts and files come in as masks and pictures.
// One thread at a time. Drawing outside the clip or the surface does nothing.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/span.h"

namespace kiosk {

// One byte of coverage a pixel. left/top: where its corner lies from the point it is drawn at.
struct Mask {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> coverage;

  bool operator==(const Mask&) const = default;
};

// ARGB, colours multiplied by alpha.
struct Picture {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> pixels;

  bool operator==(const Picture&) const = default;
};

class Surface final {
 public:
  // Negative or absurd sizes throw: a panel's size is checked long before.
  explicit Surface(Size size, Color ground = {255, 255, 255});

  Size size() const { return size_; }
  // XRGB in machine order, rows without padding.
  const std::vector<std::uint32_t>& pixels() const { return pixels_; }
  const std::uint32_t* row(int y) const { return pixels_.data() + offset(y); }
  Color at(int x, int y) const { return to_color(row(y)[x]); }

  void push_clip(const Rect& rect);
  // Throws without a push before it.
  void pop_clip();
  const Rect& clip() const { return clip_; }

  void fill(const Rect& rect, Color color);
  // A radius over half the shorter side is that half.
  void fill_rounded(const Rect& rect, int radius, Color color);
  void stroke_rounded(const Rect& rect, int radius, int stroke, Color color);
  void fill_circle(double center_x, double center_y, double radius, Color color);
  // `stroke` lies inside `radius`.
  void stroke_circle(double center_x, double center_y, double radius, double stroke, Color color);

  void blend(const Mask& mask, int x, int y, Color color);
  void blend(const Picture& picture, int x, int y);

 private:
  std::size_t offset(int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width);
  }
  std::uint32_t* row(int y) { return pixels_.data() + offset(y); }
  void span(int y, int from, int to, Color color);
  void corners(const Rect& rect, const Mask& corner, Color color);
  void ring(double center_x, double center_y, double outer, double inner, Color color);
  template <typename Source, typename Draw>
  void rows_of(const Source& source, int x, int y, Draw draw);

  Size size_;
  std::vector<std::uint32_t> pixels_;
  std::vector<Rect> clips_;
  Rect clip_;
};

}  // namespace kiosk
