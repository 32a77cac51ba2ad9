// A line of glyphs → pieces that can be read: equal font, size, colour and direction, in the order
// of the text, each glyph with the words it stands for.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/paragraph.h"

namespace kiosk {

// So many bytes of the run's text are drawn by so many of its glyphs; none: a mark or a letter that
// is part of the picture of the one to its right, as alef in lam-alef.
struct TextCluster {
  std::size_t bytes = 0;
  std::size_t glyphs = 0;

  bool operator==(const TextCluster&) const = default;
};

// Readers of PDF take right-to-left words as they stand on the page and turn them round letter by
// letter; so a run's text stands here as it is seen, and each letter has its own cluster.
struct TextRun {
  std::size_t first = 0;  // glyphs [first, last) of the line, left to right
  std::size_t last = 0;
  Direction direction{};
  std::string text;                   // left to right, without controls of direction; whole UTF-8
  std::vector<TextCluster> clusters;  // left to right

  bool operator==(const TextRun&) const = default;
};

// The runs in the order of the text. Spaces that hang at the line's end belong to no run.
std::vector<TextRun> text_runs(const Line& line, std::string_view text);

}  // namespace kiosk
