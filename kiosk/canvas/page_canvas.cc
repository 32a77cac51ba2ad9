#include "kiosk/canvas/page_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/canvas/damage.h"
#include "kiosk/canvas/glyphs_ahead.h"
#include "kiosk/canvas/line_reach.h"
#include "kiosk/canvas/png_file.h"

namespace kiosk {
namespace {

constexpr std::size_t most_picture_bytes = std::size_t{16} * 1024 * 1024;
constexpr double farthest = 1'000'000;  // px; beyond it no integer holds quarters

}  // namespace

content::Result<std::unique_ptr<PageCanvas>> PageCanvas::open(Size size,
                                                              const std::vector<FontFile>& fonts) {
  auto glyphs = GlyphImages::open(fonts);
  if (!glyphs) {
    return glyphs.failure();
  }
  return std::unique_ptr<PageCanvas>(new PageCanvas(size, std::move(*glyphs)));
}

PageCanvas::PageCanvas(Size size, std::unique_ptr<GlyphImages> glyphs)
    : surface_(size), glyphs_(std::move(glyphs)), pictures_(most_picture_bytes) {}

void PageCanvas::fill_rounded(const Rect& rect, int radius, Color color) {
  surface_.fill_rounded(rect, radius, color);
}

void PageCanvas::stroke_rounded(const Rect& rect, int radius, int stroke, Color color) {
  surface_.stroke_rounded(rect, radius, stroke, color);
}

void PageCanvas::fill_circle(float center_x, float center_y, float radius, Color color) {
  surface_.fill_circle(center_x, center_y, radius, color);
}

void PageCanvas::stroke_circle(float center_x, float center_y, float radius, float stroke,
                               Color color) {
  surface_.stroke_circle(center_x, center_y, radius, stroke, color);
}

void PageCanvas::text(const Paragraph& paragraph, float x, float y, Color color, Color second) {
  if (!(std::abs(x) < farthest) || !(std::abs(y) < farthest)) {
    return;
  }
  const Rect& clip = surface_.clip();
  for (const Line& line_of : paragraph.lines) {
    const Rect reach = reach_of(line_of, x, y);
    if (reach.bottom() >= clip.y && reach.y <= clip.bottom()) {
      line(line_of, x, y, color, second);
    }
  }
}

void PageCanvas::line(const Line& line, double x, double y, Color color, Color second) {
  const LinePlaces placed(line, x, y, color, second);
  for (const Glyph& glyph : line.glyphs) {
    const PlacedGlyph one = placed(glyph);
    if (!one.drawn) {
      continue;
    }
    const GlyphImage& image = glyphs_->image(one.place);
    if (image.mask.width > 0) {
      surface_.blend(image.mask, one.x, one.y, glyph.color == 0 ? color : second);
    } else if (image.picture.width > 0) {
      surface_.blend(image.picture, one.x, one.y);
    }
  }
}

void PageCanvas::pictogram(std::string_view name, const Rect& rect, Color color, Mirror mirror) {
  surface_.blend(pictograms_.mask(name, rect.width, mirror), rect.x, rect.y, color);
}

void PageCanvas::picture(std::string_view media_type, std::string_view bytes, const Rect& rect) {
  if (media_type != "image/png" || intersect(rect, surface_.clip()).width == 0 || rect.width <= 0 ||
      rect.height <= 0 || rect.width > longest_png_side || rect.height > longest_png_side) {
    return;
  }
  const PictureKey key{std::hash<std::string_view>{}(bytes), bytes.size(), rect.width, rect.height};
  const Picture* picture = pictures_.find(key);
  if (picture == nullptr) {
    const auto decoded = decode_png(bytes);
    Picture scaled = decoded ? scaled_to_fit(*decoded, {rect.width, rect.height}) : Picture{};
    const std::size_t size = sizeof(Picture) + scaled.pixels.size() * sizeof(std::uint32_t);
    picture = &pictures_.keep(key, std::move(scaled), size);
  }
  surface_.blend(*picture, rect.x, rect.y);
}

void PageCanvas::forget() {
  glyphs_->forget();
  pictures_.clear();
  pictograms_.forget();
}

std::size_t PageCanvas::cached_bytes() const {
  return glyphs_->cached_bytes() + pictures_.bytes() + pictograms_.cached_bytes();
}

}  // namespace kiosk
