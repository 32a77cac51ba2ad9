// The opened font files: what they cover, how tall their glyphs are, and HarfBuzz's fonts by size.
// Files are mapped at their first use and stay mapped (a face keeps its shape plans); sized fonts
// are bounded. Thread-confined.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bitset>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/text/paragraph.h"

struct hb_face_t;
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

  // False for everything when the file cannot be read as a font.
  bool covers(FontId font, char32_t code_point) {
    const Page* page =
        tables_[font].coverage.empty() ? nullptr : tables_[font].coverage[code_point >> 8].get();
    return page != nullptr ? (*page)[code_point & 0xFF] : look_up(font, code_point);
  }
  // 0 when the font has no glyph for it.
  std::uint32_t glyph(FontId font, char32_t code_point);
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
  using Page = std::bitset<256>;
  static constexpr std::int16_t unknown = std::numeric_limits<std::int16_t>::min();

  struct Face;
  struct InkUnits {
    std::int16_t above = unknown;
    std::int16_t below = 0;
  };
  // What has been asked about a font, by blocks of 256 characters and by glyph.
  struct Table {
    std::vector<std::unique_ptr<Page>> coverage;
    std::vector<InkUnits> ink;
    float em_per_unit = 0.001F;
  };
  struct Sized {
    FontId font = 0;
    Fixed size = 0;
    hb_font_t* handle = nullptr;
    std::uint64_t used = 0;
  };

  Face& open(FontId font);
  bool look_up(FontId font, char32_t code_point);
  Reach measure(FontId font, std::uint32_t glyph);

  const std::vector<FontFile>* files_;  // outlives this object
  std::vector<std::unique_ptr<Face>> faces_;
  std::vector<Table> tables_;
  std::vector<Sized> sized_;
  std::uint64_t clock_ = 0;
};

}  // namespace kiosk
