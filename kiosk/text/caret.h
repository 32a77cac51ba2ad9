// Where a caret stands and what a touch hits, over user's characters (grapheme clusters) in both
// directions; and the rectangles of a range, for a search hit or the sentence that is being spoken.
// A value made from one paragraph and its text; offsets are bytes of that text, x and y are px from
// the paragraph's left and top.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "kiosk/text/paragraph.h"

namespace kiosk {

// Between two characters. Where the text changes its direction, or a line ends, one offset has two
// places; the caret stands at the one whose side was typed or touched last.
struct Caret {
  enum class Side : std::uint8_t { AfterPrevious, BeforeNext };

  std::uint32_t offset = 0;
  Side side = Side::BeforeNext;

  bool operator==(const Caret&) const = default;
};

struct CaretPlace {
  float x = 0;
  float top = 0;
  float height = 0;

  bool operator==(const CaretPlace&) const = default;
};

struct Stripe {
  float left = 0;
  float top = 0;
  float width = 0;
  float height = 0;

  bool operator==(const Stripe&) const = default;
};

enum class Arrow : std::uint8_t { Left, Right };

class CaretMap final {
 public:
  CaretMap(const Paragraph& paragraph, std::string_view text);

  // The nearest place to a point; outside the text the nearest line's end.
  Caret hit(float x, float y) const;
  CaretPlace place(const Caret& caret) const;
  // As the arrow points, whatever the direction of the text; stays at the first and last place.
  Caret moved(const Caret& caret, Arrow arrow) const;
  // One stripe for each piece of [start, end) that is in one piece on the screen, top to bottom and
  // left to right. A range inside a character is the whole character.
  std::vector<Stripe> stripes(std::uint32_t start, std::uint32_t end) const;

 private:
  struct Character {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t line = 0;
    float left = 0;
    float right = 0;
    bool right_to_left = false;

    float leading() const { return right_to_left ? right : left; }
    float trailing() const { return right_to_left ? left : right; }
  };

  struct Extent;
  using Clusters = std::map<std::uint32_t, Extent>;

  void place_clusters(std::size_t first, std::size_t last, const Clusters& clusters);
  void place_hanging(std::size_t first, std::size_t last, const Line& line, std::string_view text);
  std::size_t beside(const Caret& caret) const;

  std::vector<Line> lines_;            // without glyphs
  std::vector<Character> characters_;  // logical order
  std::vector<std::uint32_t> visual_;  // their indices, by line, from left to right
};

}  // namespace kiosk
