// The opened font files: what they cover, how tall their glyphs are, and HarfBuzz's fonts by size.
// Files are mapped at their first use and stay mapped (a face keeps its shape plans); sized fonts
// are bounded. What HarfBuzz asks for every letter, its glyph and its advance, is remembered: it
// would search the font's tables again each time.
// Thread-confined.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/text/paragraph.h"

struct hb_font_funcs_t;
struct hb_font_t;

namespace kiosk {

// 26.6 fixed point, HarfBuzz's and FreeType's unit for a size.
using Fixed = std::int32_t;
constexpr float px(Fixed value) {
  return static_cast<float>(value) / 64.0F;
}

// Of a font or of one glyph, in em: how far ink reaches above and below the baseline.
struct Reach {
  float above = 0;
  float below = 0;

  bool operator==(const Reach&) const = default;
};

class Faces final {
 public:
  explicit Faces(const std::vector<FontFile>& files);
  ~Faces();
  Faces(const Faces&) = delete;
  Faces& operator=(const Faces&) = delete;

  // 0 when the font has no glyph for it, or cannot be read as a font.
  std::uint32_t glyph(FontId font, char32_t code_point) {
    const Block<std::uint32_t>* block =
        tables_[font].glyphs.empty() ? nullptr : tables_[font].glyphs[code_point >> 8].get();
    return block != nullptr ? (*block)[code_point & 0xFF] : look_up(font, code_point);
  }
  bool covers(FontId font, char32_t code_point) { return glyph(font, code_point) != 0; }
  // As the font calls it; «gid7» where it has no names.
  std::string name(FontId font, std::uint32_t glyph);
  // Owned by this; valid until sized() was called with `sized_kept` other sizes.
  hb_font_t* sized(FontId font, Fixed size);
  Reach metrics(FontId font);
  Reach ink(FontId font, std::uint32_t glyph) {
    const Table& table = tables_[font];
    if (glyph >= table.ink.size() || table.ink[glyph].above == unknown)
      return measure(font, glyph);
    const InkUnits& ink = table.ink[glyph];
    return {static_cast<float>(ink.above) * table.em_per_unit,
            static_cast<float>(ink.below) * table.em_per_unit};
  }

  static constexpr std::size_t sized_kept = 64;

 private:
  template <typename T>
  using Block = std::array<T, 256>;
  template <typename T>
  using Blocks = std::vector<std::unique_ptr<Block<T>>>;
  static constexpr std::int16_t unknown = std::numeric_limits<std::int16_t>::min();

  struct Callbacks;
  struct Face;
  struct Sized;
  struct InkUnits {
    std::int16_t above = unknown;
    std::int16_t below = 0;
  };
  // What has been asked about a font, by blocks of 256 characters and by glyph.
  struct Table {
    Blocks<std::uint32_t> glyphs;
    std::vector<InkUnits> ink;
    float em_per_unit = 0.001F;
  };

  Face& open(FontId font);
  std::uint32_t look_up(FontId font, char32_t code_point);
  Reach measure(FontId font, std::uint32_t glyph);

  const std::vector<FontFile>* files_;  // outlives this object
  hb_font_funcs_t* callbacks_;
  std::vector<std::unique_ptr<Face>> faces_;
  std::vector<Table> tables_;
  std::vector<std::unique_ptr<Sized>> sized_;
  std::uint64_t clock_ = 0;
};

}  // namespace kiosk
