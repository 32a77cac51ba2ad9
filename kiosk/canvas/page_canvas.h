// The canvas that pages are really drawn on: verbs in, pixels of one surface out. Glyphs are taken
// as the text engine placed them, to a quarter of a pixel; baselines lie on whole pixels.
// Thread-confined. Its caches are bounded and can be forgotten between two visitors.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"
#include "kiosk/canvas/bounded_cache.h"
#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/glyph_images.h"
#include "kiosk/canvas/pictograms.h"
#include "kiosk/canvas/surface.h"

namespace kiosk {

class PageCanvas final : public Canvas {
 public:
  // `fonts` as TextEngine::fonts() names them: the ids of its paragraphs are the indices here.
  static content::Result<std::unique_ptr<PageCanvas>> open(Size size,
                                                           const std::vector<FontFile>& fonts);

  Size size() const override { return surface_.size(); }
  void push_clip(const Rect& rect) override { surface_.push_clip(rect); }
  void pop_clip() override { surface_.pop_clip(); }
  void fill(const Rect& rect, Color color) override { surface_.fill(rect, color); }
  void fill_rounded(const Rect& rect, int radius, Color color) override;
  void stroke_rounded(const Rect& rect, int radius, int stroke, Color color) override;
  void fill_circle(float center_x, float center_y, float radius, Color color) override;
  void stroke_circle(float center_x, float center_y, float radius, float stroke,
                     Color color) override;
  void text(const Paragraph& paragraph, float x, float y, Color color, Color second) override;
  void pictogram(std::string_view name, const Rect& rect, Color color, Mirror mirror) override;
  // What cannot be decoded leaves its place empty: its alternative text stands beside it.
  void picture(std::string_view media_type, std::string_view bytes, const Rect& rect) override;

  const Surface& surface() const { return surface_; }
  // Has a glyph ready before it is drawn (GlyphsAhead tells which).
  void prepare(const GlyphPlace& place) { glyphs_->image(place); }
  // Forgets every glyph, picture and pictogram drawn so far; the surface stays as it is.
  void forget();
  std::size_t cached_bytes() const;

 private:
  // A picture of a bundle at the size it was drawn in; the bytes are known by their hash.
  struct PictureKey {
    std::uint64_t hash = 0;
    std::size_t bytes = 0;
    int width = 0;
    int height = 0;
    bool operator==(const PictureKey&) const = default;
  };
  struct PictureKeyHash {
    std::size_t operator()(const PictureKey& key) const {
      return static_cast<std::size_t>(key.hash) ^ static_cast<std::size_t>(key.width) * 31;
    }
  };

  PageCanvas(Size size, std::unique_ptr<GlyphImages> glyphs);
  void line(const Line& line, double x, double y, Color color, Color second);

  Surface surface_;
  std::unique_ptr<GlyphImages> glyphs_;
  Pictograms pictograms_;
  BoundedCache<PictureKey, Picture, PictureKeyHash> pictures_;
};

}  // namespace kiosk
