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

// One cluster: so many bytes of the run's text are drawn by so many of its glyphs.
struct TextCluster {
  std::size_t bytes = 0;
  std::size_t glyphs = 0;

  bool operator==(const TextCluster&) const = default;
};

struct TextRun {
  std::size_t first = 0;  // glyphs [first, last) of the line, left to right
  std::size_t last = 0;
  Direction direction{};
  std::string text;                   // logical, without controls of direction; whole UTF-8
  std::vector<TextCluster> clusters;  // logical: right to left they count glyphs from `last` back

  bool operator==(const TextRun&) const = default;
};

// In the order of the text. Spaces that hang at the line's end belong to no run.
std::vector<TextRun> text_runs(const Line& line, std::string_view text);

}  // namespace kiosk
