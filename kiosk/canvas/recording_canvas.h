// The canvas of goldens: writes down what is drawn, one verb a line, instead of painting. Glyphs
// are part of it when asked for; positions are rounded to a tenth of a pixel.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/canvas/canvas.h"

namespace kiosk {

class RecordingCanvas final : public Canvas {
 public:
  enum class Detail : std::uint8_t { Lines, Glyphs };

  explicit RecordingCanvas(Size size, Detail detail = Detail::Lines)
      : size_(size), detail_(detail) {}

  Size size() const override { return size_; }
  void push_clip(const Rect& rect) override;
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

  // Everything so far; lines inside a clip are indented.
  const std::string& dump() const { return text_; }

 private:
  void write(const std::string& line);

  Size size_;
  Detail detail_;
  std::string text_;
  std::size_t depth_ = 0;
};

}  // namespace kiosk
