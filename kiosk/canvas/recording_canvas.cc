#include "kiosk/canvas/recording_canvas.h"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace kiosk {
namespace {

std::string number(double value) {
  std::array<char, 64> digits{};
  const double rounded = std::round(value * 10) / 10 + 0.0;  // never «-0»
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded).ptr;
  return {digits.data(), end};
}

std::string where(const Rect& rect) {
  return std::to_string(rect.x) + "," + std::to_string(rect.y) + " " + std::to_string(rect.width) +
         "x" + std::to_string(rect.height);
}

std::string where(double x, double y) {
  return number(x) + "," + number(y);
}

std::string name(Color color) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue, color.alpha}) {
    text += digits[part >> 4];
    text += digits[part & 15];
  }
  return color.alpha == 255 ? text.substr(0, 7) : text;
}

}  // namespace

void RecordingCanvas::write(const std::string& line) {
  text_ += std::string(2 * depth_, ' ') + line + "\n";
}

void RecordingCanvas::push_clip(const Rect& rect) {
  write("clip " + where(rect));
  ++depth_;
}

void RecordingCanvas::pop_clip() {
  if (depth_ == 0) {
    throw std::logic_error("pop_clip without push_clip");
  }
  --depth_;
}

void RecordingCanvas::fill(const Rect& rect, Color color) {
  write("fill " + where(rect) + " " + name(color));
}

void RecordingCanvas::fill_rounded(const Rect& rect, int radius, Color color) {
  write("rounded " + where(rect) + " radius " + std::to_string(radius) + " " + name(color));
}

void RecordingCanvas::stroke_rounded(const Rect& rect, int radius, int stroke, Color color) {
  write("outline " + where(rect) + " radius " + std::to_string(radius) + " stroke " +
        std::to_string(stroke) + " " + name(color));
}

void RecordingCanvas::fill_circle(float center_x, float center_y, float radius, Color color) {
  write("disc " + where(center_x, center_y) + " radius " + number(radius) + " " + name(color));
}

void RecordingCanvas::stroke_circle(float center_x, float center_y, float radius, float stroke,
                                    Color color) {
  write("ring " + where(center_x, center_y) + " radius " + number(radius) + " stroke " +
        number(stroke) + " " + name(color));
}

void RecordingCanvas::text(const Paragraph& paragraph, float x, float y, Color color,
                           Color second) {
  write("text " + where(x, y) + " " + name(color) + " second " + name(second));
  for (const Line& line : paragraph.lines) {
    write("  line " + where(x + line.left, y + line.baseline) + " width " + number(line.width) +
          " bytes " + std::to_string(line.start) + "-" + std::to_string(line.end) + " glyphs " +
          std::to_string(line.glyphs.size()));
    if (detail_ == Detail::Lines) {
      continue;
    }
    for (const Glyph& glyph : line.glyphs) {
      write("    glyph " + std::to_string(glyph.font) + ":" + std::to_string(glyph.id) + " " +
            where(x + glyph.x, y + glyph.y) + " size " + number(glyph.size) +
            (glyph.color == 0 ? "" : " second"));
    }
  }
}

void RecordingCanvas::pictogram(std::string_view pictogram_name, const Rect& rect, Color color,
                                Mirror mirror) {
  write("pictogram " + std::string(pictogram_name) + " " + where(rect) + " " + name(color) +
        (mirror == Mirror::Yes ? " mirrored" : ""));
}

void RecordingCanvas::picture(std::string_view media_type, std::string_view bytes,
                              const Rect& rect) {
  write("picture " + std::string(media_type) + " of " + std::to_string(bytes.size()) + " bytes " +
        where(rect));
}

}  // namespace kiosk
