// The third stage: items → glyphs, by HarfBuzz, with the paragraph as context (joining looks past
// an item's ends). Order: items logical; the glyphs of one item visual, left to right, as HarfBuzz
// gives them. Offsets are 26.6.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/text/itemise.h"

namespace kiosk {

struct ShapedGlyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  // unit at which its cluster begins
  Fixed advance = 0;
  Fixed dx = 0;         // to the right
  Fixed dy = 0;         // up
  bool unsafe = false;  // the shape depends on what stands before the cluster

  bool operator==(const ShapedGlyph&) const = default;
};

// How a unit stands to the glyphs.
enum Mark : std::uint8_t {
  ClusterStart = 1 << 0,
  UnsafeBefore = 1 << 1,  // parting the text here would change glyphs
};

struct Shaped {
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // behind the last

    bool operator==(const Range&) const = default;
  };

  std::vector<ShapedGlyph> glyphs;
  std::vector<Range> items;         // of each item
  std::vector<std::uint8_t> marks;  // one a unit and one for the end
  std::vector<std::int64_t> reach;  // width of all units before, in logical order; one for the end

  std::int64_t width(std::uint32_t from, std::uint32_t to) const { return reach[to] - reach[from]; }
  bool has(std::uint32_t unit, Mark mark) const { return (marks[unit] & mark) != 0; }
  // Glyphs by the font's names for them: «name=cluster+advance@dx,dy», ! where a break is unsafe.
  std::string dump(const Segmented& segmented, const Itemised& itemised, Faces& faces) const;
  bool operator==(const Shaped&) const = default;
};

class Shaper final {
 public:
  explicit Shaper(Faces& faces);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  Shaped shape(const Segmented& segmented, const Itemised& itemised, const Languages& languages,
               const TextStyle& style);
  // A part of an item as it looks when a line begins or ends there; appends to `glyphs`.
  void shape_part(const Segmented& segmented, const Item& item, std::uint32_t from,
                  std::uint32_t to, const LanguageSetting& language, const TextStyle& style,
                  std::vector<ShapedGlyph>& glyphs);
  // The sign at the end of a line that ends at a soft hyphen, in the item's font.
  ShapedGlyph hyphen(const Item& item);

 private:
  struct Buffer;

  Faces* faces_;  // outlives this object
  std::unique_ptr<Buffer> buffer_;
};

}  // namespace kiosk
