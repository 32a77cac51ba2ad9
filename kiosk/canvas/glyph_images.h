// Glyphs as pictures: 8-bit coverage at quarter-pixel positions, or colours for emoji, rendered
// once and kept up to a number of bytes. Outlines are not hinted: letters keep their shape and
// spacing at the kiosk's sizes. Thread-confined; font files stay mapped while it lives.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "content-engine/model/result.h"
#include "kiosk/canvas/surface.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

// Where one glyph is wanted. Quarters are the fraction of a pixel its origin lies right of and
// below a whole one.
struct GlyphPlace {
  FontId font = 0;
  std::uint32_t id = 0;
  std::uint32_t size_64 = 0;  // px em × 64
  std::uint8_t quarter_x = 0;
  std::uint8_t quarter_y = 0;
  std::uint8_t lightness = 0;  // of its colour: coverage is weighed for it (text_weight.h)

  bool operator==(const GlyphPlace&) const = default;
};

struct GlyphPlaceHash {
  std::size_t operator()(const GlyphPlace& place) const {
    std::uint64_t bits = place.id;
    bits = bits * 0x9E3779B97F4A7C15U + place.font;
    bits = bits * 0x9E3779B97F4A7C15U + place.size_64;
    bits =
        bits * 0x9E3779B97F4A7C15U + place.quarter_x * 4U + place.quarter_y + place.lightness * 16U;
    return static_cast<std::size_t>(bits ^ bits >> 29);
  }
};

// One of the two is empty; both are, for a space or a glyph that the font does not have.
struct GlyphImage {
  Mask mask;
  Picture picture;
};

class GlyphImages final {
 public:
  static constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;

  // NotFound, Malformed: names the file. FontIds are indices into `fonts`. A font that turns out
  // damaged only when its first glyph is wanted throws then.
  static content::Result<std::unique_ptr<GlyphImages>> open(const std::vector<FontFile>& fonts,
                                                            std::size_t cache_bytes = most_bytes);
  ~GlyphImages();

  // Valid until the next call.
  const GlyphImage& image(const GlyphPlace& place);
  // What was typed is not to be read from what was drawn.
  void forget();
  std::size_t cached_bytes() const;
  std::size_t cached_glyphs() const;

 private:
  class Faces;
  explicit GlyphImages(std::unique_ptr<Faces> faces);
  std::unique_ptr<Faces> faces_;
};

}  // namespace kiosk
