#include "kiosk/text/caret.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>

namespace kiosk {

namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};
struct CloseBreaker {
  void operator()(UBreakIterator* breaker) const { ubrk_close(breaker); }
};

std::vector<std::uint32_t> character_starts(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> opened(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  const std::unique_ptr<UBreakIterator, CloseBreaker> breaker(
      ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status));
  ubrk_setUText(breaker.get(), opened.get(), &status);
  std::vector<std::uint32_t> starts;
  if (U_FAILURE(status))
    return starts;
  for (auto at = ubrk_first(breaker.get()); at != UBRK_DONE; at = ubrk_next(breaker.get()))
    starts.push_back(static_cast<std::uint32_t>(at));
  return starts;
}

}  // namespace

// What the glyphs of one cluster cover.
struct CaretMap::Extent {
  float left = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  bool right_to_left = false;
};

CaretMap::CaretMap(const Paragraph& paragraph, std::string_view text) {
  const std::vector<std::uint32_t> starts = character_starts(text);
  for (std::size_t i = 0; i + 1 < starts.size(); ++i)
    characters_.push_back({starts[i], starts[i + 1], 0, 0, 0, false});

  std::size_t next = 0;
  for (std::size_t index = 0; index < paragraph.lines.size(); ++index) {
    const Line& line = paragraph.lines[index];
    lines_.push_back(line);
    lines_.back().glyphs.clear();
    Clusters clusters;
    float pen = line.left;
    for (const Glyph& glyph : line.glyphs) {
      Extent& extent = clusters[glyph.cluster];
      extent.left = std::min(extent.left, pen);
      extent.right = std::max(extent.right, pen + glyph.advance);
      extent.right_to_left = glyph.level % 2 == 1;
      pen += glyph.advance;
    }
    // A separator belongs to the line that it ends.
    const bool last = index + 1 == paragraph.lines.size();
    const std::uint32_t stop =
        last ? std::numeric_limits<std::uint32_t>::max() : paragraph.lines[index + 1].start;
    const std::size_t first = next;
    for (; next < characters_.size() && characters_[next].start < stop; ++next)
      characters_[next].line = static_cast<std::uint32_t>(index);
    std::size_t hanging = next;
    while (hanging > first && line.hanging_from <= characters_[hanging - 1].start)
      --hanging;
    place_clusters(first, hanging, clusters);
    place_hanging(hanging, next, line, text);
    for (std::size_t i = first; i < next; ++i)
      visual_.push_back(static_cast<std::uint32_t>(i));
    std::stable_sort(visual_.begin() + static_cast<std::ptrdiff_t>(first), visual_.end(),
                     [this](std::uint32_t a, std::uint32_t b) {
                       return characters_[a].left < characters_[b].left;
                     });
  }
}

// Characters of one cluster share its width, in reading order.
void CaretMap::place_clusters(std::size_t first, std::size_t last, const Clusters& clusters) {
  for (std::size_t i = first; i < last;) {
    std::size_t end = i + 1;
    while (end < last && clusters.count(characters_[end].start) == 0)
      ++end;
    if (const auto found = clusters.find(characters_[i].start); found != clusters.end()) {
      const Extent& extent = found->second;
      const float share = (extent.right - extent.left) / static_cast<float>(end - i);
      for (std::size_t k = i; k < end; ++k) {
        const auto rank = static_cast<float>(extent.right_to_left ? end - 1 - k : k - i);
        characters_[k].left = extent.left + share * rank;
        characters_[k].right = characters_[k].left + share;
        characters_[k].right_to_left = extent.right_to_left;
      }
    }
    i = end;
  }
}

// The spaces outside the line's end; a line separator has no width.
void CaretMap::place_hanging(std::size_t first, std::size_t last, const Line& line,
                             std::string_view text) {
  const bool backwards = line.direction == Direction::RightToLeft;
  const auto separates = [&](std::size_t i) {
    return text[characters_[i].start] == '\n' || text[characters_[i].start] == '\r';
  };
  std::size_t spaces = 0;
  for (std::size_t i = first; i < last; ++i)
    spaces += separates(i) ? 0 : 1;
  const float share = spaces > 0 ? line.hanging / static_cast<float>(spaces) : 0.0F;
  float edge = backwards ? line.left : line.left + line.width;
  for (std::size_t i = first; i < last; ++i) {
    Character& character = characters_[i];
    const float width = separates(i) ? 0.0F : share;
    character.right_to_left = backwards;
    character.left = backwards ? edge - width : edge;
    character.right = character.left + width;
    edge = backwards ? character.left : character.right;
  }
}

// The character that the caret stands at: the one before it or the one behind it.
std::size_t CaretMap::beside(const Caret& caret) const {
  const auto behind = static_cast<std::size_t>(
      std::partition_point(characters_.begin(), characters_.end(),
                           [&](const Character& c) { return c.start < caret.offset; }) -
      characters_.begin());
  const bool previous = caret.side == Caret::Side::AfterPrevious || behind == characters_.size();
  return previous && behind > 0 ? behind - 1 : behind;
}

CaretPlace CaretMap::place(const Caret& caret) const {
  if (characters_.empty()) {
    if (lines_.empty())
      return {};
    const Line& line = lines_.front();
    return {line.direction == Direction::RightToLeft ? line.left + line.width : line.left, line.top,
            line.height};
  }
  const Character& character = characters_[beside(caret)];
  const Line& line = lines_[character.line];
  const float x = caret.offset > character.start ? character.trailing() : character.leading();
  return {x, line.top, line.height};
}

Caret CaretMap::hit(float x, float y) const {
  if (characters_.empty())
    return {};
  std::uint32_t line = 0;
  while (line + 1 < lines_.size() && y >= lines_[line + 1].top)
    ++line;
  const Character* nearest = nullptr;
  float least = std::numeric_limits<float>::max();
  for (const Character& character : characters_) {
    if (character.line != line)
      continue;
    const float away = std::max({character.left - x, x - character.right, 0.0F});
    if (away < least || nearest == nullptr) {
      least = away;
      nearest = &character;
    }
  }
  if (nearest == nullptr)
    return {lines_[line].start, Caret::Side::BeforeNext};
  const bool left_half = x < (nearest->left + nearest->right) / 2;
  if (left_half != nearest->right_to_left)
    return {nearest->start, Caret::Side::BeforeNext};
  return {nearest->end, Caret::Side::AfterPrevious};
}

Caret CaretMap::moved(const Caret& caret, Arrow arrow) const {
  if (characters_.empty())
    return caret;
  const std::size_t at = beside(caret);
  const Character& character = characters_[at];
  const bool trailing = caret.offset > character.start;
  const bool at_right = trailing != character.right_to_left;
  auto place = std::find(visual_.begin(), visual_.end(), static_cast<std::uint32_t>(at));
  // Between two characters of the line: cross the one the arrow points at.
  const bool to_right = arrow == Arrow::Right;
  if (at_right == to_right) {
    const auto line = character.line;
    if (to_right ? place + 1 != visual_.end() && characters_[*(place + 1)].line == line
                 : place != visual_.begin() && characters_[*(place - 1)].line == line) {
      place += to_right ? 1 : -1;
    } else {
      // At the line's edge: on in reading order.
      const bool onward = (lines_[line].direction == Direction::LeftToRight) == to_right;
      if (onward && line + 1 < lines_.size())
        return {lines_[line + 1].start, Caret::Side::BeforeNext};
      if (!onward && line > 0) {
        const auto before = std::find_if(characters_.begin(), characters_.end(),
                                         [&](const Character& c) { return c.line == line; });
        if (before != characters_.begin())
          return {(before - 1)->start, Caret::Side::BeforeNext};
      }
      return caret;
    }
  }
  const Character& crossed = characters_[*place];
  if (to_right != crossed.right_to_left)
    return {crossed.end, Caret::Side::AfterPrevious};
  return {crossed.start, Caret::Side::BeforeNext};
}

std::vector<Stripe> CaretMap::stripes(std::uint32_t start, std::uint32_t end) const {
  std::vector<Stripe> stripes;
  std::uint32_t line = std::numeric_limits<std::uint32_t>::max();
  for (const std::uint32_t index : visual_) {
    const Character& character = characters_[index];
    if (start >= end || character.end <= start || character.start >= end ||
        character.left >= character.right)
      continue;
    const bool joins = line == character.line && !stripes.empty() &&
                       std::abs(stripes.back().left + stripes.back().width - character.left) < 0.5F;
    if (joins) {
      stripes.back().width = character.right - stripes.back().left;
    } else {
      const Line& on = lines_[character.line];
      stripes.push_back({character.left, on.top, character.right - character.left, on.height});
    }
    line = character.line;
  }
  return stripes;
}

}  // namespace kiosk
