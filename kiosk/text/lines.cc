#include "kiosk/text/lines.h"

#include <unicode/utf16.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace kiosk {

namespace {

constexpr char16_t soft_hyphen = u'\u00AD';

// Where one line begins or ends.
struct Cut {
  enum class Kind : std::uint8_t { Opportunity, InsideWord };

  std::uint32_t unit = 0;
  Kind kind = Kind::Opportunity;
};

// Glyphs of one item that stay together, in visual order among themselves.
struct Slice {
  const Item* item = nullptr;
  Level level = 0;
  const std::vector<ShapedGlyph>* glyphs = nullptr;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Fixed width = 0;
};

// The glyphs of `range` whose clusters are in [from, to).
Shaped::Range part_of(const std::vector<ShapedGlyph>& glyphs, Shaped::Range range,
                      bool right_to_left, std::uint32_t from, std::uint32_t to) {
  const auto begin = glyphs.begin() + range.first;
  const auto end = glyphs.begin() + range.last;
  const auto before = [&](std::uint32_t unit) {
    return [unit, right_to_left](const ShapedGlyph& glyph) {
      return right_to_left ? glyph.cluster >= unit : glyph.cluster < unit;
    };
  };
  const auto first = std::partition_point(begin, end, before(right_to_left ? to : from));
  const auto last = std::partition_point(first, end, before(right_to_left ? from : to));
  return {static_cast<std::uint32_t>(first - glyphs.begin()),
          static_cast<std::uint32_t>(last - glyphs.begin())};
}

}  // namespace

std::vector<std::uint32_t> visual_order(const std::vector<Level>& levels) {
  std::vector<std::uint32_t> order(levels.size());
  Level highest = 0;
  Level lowest_odd = std::numeric_limits<Level>::max();
  for (std::uint32_t i = 0; i < levels.size(); ++i) {
    order[i] = i;
    highest = std::max(highest, levels[i]);
    if (levels[i] % 2 == 1)
      lowest_odd = std::min(lowest_odd, levels[i]);
  }
  for (int level = highest; level >= lowest_odd; --level) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      std::size_t end = i;
      while (end < order.size() && levels[order[end]] >= level)
        ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      i = end;
    }
  }
  return order;
}

class LineBreaker::Filler {
 public:
  Filler(LineBreaker& breaker, const Segmented& segmented, const Itemised& itemised,
         const Shaped& shaped, const Languages& languages, const TextStyle& style, float width)
      : shaper_(breaker.shaper_),
        characters_(breaker.characters_),
        segmented_(&segmented),
        itemised_(&itemised),
        shaped_(&shaped),
        languages_(&languages),
        style_(&style),
        width_(width > 0 ? std::llround(static_cast<double>(width) * 64)
                         : std::numeric_limits<std::int64_t>::max() / 4) {}

  std::vector<Line> fill() {
    std::vector<Line> lines;
    Cut start;
    const std::uint32_t size = segmented_->text.size();
    do {
      const Cut end = next_cut(start);
      lines.push_back(emit(start.unit, end.unit));
      start = end;
    } while (start.unit < size);
    return lines;
  }

 private:
  bool hangs(std::uint32_t unit) const {
    return (*characters_)[segmented_->text.units[unit]].is(Character::Hangs);
  }
  // Also either half of a pair: there are invisible characters beyond U+FFFF.
  bool looked_through(std::uint32_t unit) const {
    const std::u16string& units = segmented_->text.units;
    UChar32 c = 0;
    U16_GET(units, 0, unit, units.size(), c);
    const Character& character = (*characters_)[static_cast<char32_t>(c)];
    return (character.flags & (Character::Hangs | Character::Transparent)) != 0;
  }
  // A line that ends at a soft hyphen shows one.
  bool hyphenated(std::uint32_t end) const {
    return end > 0 && end < segmented_->text.size() &&
           segmented_->text.units[end - 1] == soft_hyphen;
  }

  Cut next_cut(Cut start);
  Cut cut_word(Cut start, std::uint32_t fits);
  std::int64_t assemble(Cut start, Cut end);
  void add_item(std::size_t index, Cut start, Cut end);
  void add_part(const Item& item, const std::vector<ShapedGlyph>& glyphs, Shaped::Range range,
                std::uint32_t from, std::uint32_t to);
  Shaped::Range reshaped(const Item& item, std::uint32_t from, std::uint32_t to);
  Fixed draw(const Slice& slice, Fixed pen, std::uint32_t end, Line& line);
  Line emit(std::uint32_t start, std::uint32_t end);

  // input
  Shaper* shaper_;
  Characters* characters_;
  const Segmented* segmented_;
  const Itemised* itemised_;
  const Shaped* shaped_;
  const Languages* languages_;
  const TextStyle* style_;
  std::int64_t width_;
  // working, of the line in hand
  std::vector<Slice> slices_;  // logical order
  std::vector<ShapedGlyph> reshaped_;
  std::uint32_t content_end_ = 0;
  ShapedGlyph hyphen_;
};

// Greedy: the last opportunity before which the text, without the spaces that hang, fits.
Cut LineBreaker::Filler::next_cut(Cut start) {
  const std::uint32_t size = segmented_->text.size();
  const auto& reach = shaped_->reach;
  const auto begin = reach.begin() + start.unit;
  const auto fits = static_cast<std::uint32_t>(
      std::upper_bound(begin + (start.unit < size ? 1 : 0), reach.end(), *begin + width_) -
      reach.begin() - 1);
  std::uint32_t unit = fits;
  while (unit < size && hangs(unit) && !segmented_->has(unit, LineMust))
    ++unit;
  for (std::uint32_t i = start.unit + 1; i <= unit && i < size; ++i) {
    if (segmented_->has(i, LineMust)) {
      unit = i;
      break;
    }
  }
  for (; unit > start.unit; --unit) {
    if (unit < size && !segmented_->has(unit, LineMay))
      continue;
    const Cut cut{unit, Cut::Kind::Opportunity};
    if (assemble(start, cut) <= width_)
      return cut;
  }
  if (start.unit == size) {
    assemble(start, start);
    return start;
  }
  return cut_word(start, fits);
}

// Nothing fits but a part of a word: as many whole clusters as do, one at least. The word keeps the
// shape that it has in one piece (CSS Text 3, 5.2).
Cut LineBreaker::Filler::cut_word(Cut start, std::uint32_t fits) {
  const auto may = [&](std::uint32_t unit) {
    return segmented_->has(unit, Grapheme) && shaped_->has(unit, ClusterStart);
  };
  const std::uint32_t size = segmented_->text.size();
  std::uint32_t unit = fits;
  while (unit > start.unit) {
    if (may(unit) || unit == size) {
      const Cut cut{unit, Cut::Kind::InsideWord};
      if (assemble(start, cut) <= width_)
        return cut;
    }
    --unit;
  }
  unit = start.unit + 1;
  while (unit < size && !may(unit) && !segmented_->has(unit, LineMay))
    ++unit;
  // Its spaces hang like any line's.
  std::uint32_t end = unit;
  while (end < size && hangs(end))
    ++end;
  if (segmented_->has(end, LineMay))
    unit = end;
  const Cut cut{unit,
                segmented_->has(unit, LineMay) ? Cut::Kind::Opportunity : Cut::Kind::InsideWord};
  assemble(start, cut);
  return cut;
}

// Collects the line's slices and measures it.
std::int64_t LineBreaker::Filler::assemble(Cut start, Cut end) {
  slices_.clear();
  reshaped_.clear();
  hyphen_ = {};
  content_end_ = end.unit;
  const bool hyphenated = this->hyphenated(end.unit);
  if (!hyphenated)
    while (content_end_ > start.unit && looked_through(content_end_ - 1))
      --content_end_;
  while (content_end_ < end.unit && !shaped_->has(content_end_, ClusterStart))
    ++content_end_;

  const auto& items = itemised_->items;
  auto item = std::upper_bound(items.begin(), items.end(), start.unit,
                               [](std::uint32_t unit, const Item& i) { return unit < i.end; });
  for (; item != items.end() && item->start < end.unit; ++item)
    add_item(static_cast<std::size_t>(item - items.begin()), start, end);

  std::int64_t width = 0;
  for (const Slice& slice : slices_)
    width += slice.width;
  if (hyphenated && !slices_.empty()) {
    hyphen_ = shaper_->hyphen(*slices_.back().item);
    width += hyphen_.advance;
  }
  return width;
}

void LineBreaker::Filler::add_item(std::size_t index, Cut start, Cut end) {
  const Item& item = itemised_->items[index];
  const Shaped::Range range = shaped_->items[index];
  const std::uint32_t from = std::max(item.start, start.unit);
  const std::uint32_t to = std::min(item.end, end.unit);
  if (item.look == Item::Look::Silent) {
    const std::uint32_t visible = std::min(to, content_end_);
    if (visible > from)
      slices_.push_back(
          {&item, item.level, nullptr, 0, 0, static_cast<Fixed>(shaped_->width(from, visible))});
    return;
  }
  // Also inside a cluster: a soft hyphen that a ligature has swallowed is an opportunity.
  const auto joined = [&](std::uint32_t unit) {
    return !shaped_->has(unit, ClusterStart) || shaped_->has(unit, UnsafeBefore);
  };
  const auto unsafe = [&](const Cut& cut) {
    return cut.kind == Cut::Kind::Opportunity && cut.unit > item.start && cut.unit < item.end &&
           joined(cut.unit);
  };
  // The item's whole part, for safe to break is not safe to concatenate: without its first f, what
  // stood as «ff» + «fi» becomes «ffi».
  if (unsafe(start) || unsafe(end))
    add_part(item, reshaped_, reshaped(item, from, to), from, to);
  else
    add_part(item, shaped_->glyphs, range, from, to);
}

Shaped::Range LineBreaker::Filler::reshaped(const Item& item, std::uint32_t from,
                                            std::uint32_t to) {
  const auto first = static_cast<std::uint32_t>(reshaped_.size());
  shaper_->shape_part(*segmented_, item, from, to, (*languages_)[item.language], *style_,
                      reshaped_);
  return {first, static_cast<std::uint32_t>(reshaped_.size())};
}

// What stands before the trailing spaces keeps its level; behind, invisible characters take the
// paragraph's (L1) and the spaces are left out.
void LineBreaker::Filler::add_part(const Item& item, const std::vector<ShapedGlyph>& glyphs,
                                   Shaped::Range range, std::uint32_t from, std::uint32_t to) {
  const bool backwards = item.right_to_left();
  const auto add = [&](std::uint32_t a, std::uint32_t b, Level level) {
    const Shaped::Range part = part_of(glyphs, range, backwards, a, b);
    if (part.last == part.first)
      return;
    // A reshaped part was never measured.
    Fixed width = 0;
    if (&glyphs == &shaped_->glyphs)
      width = static_cast<Fixed>(shaped_->width(a, b));
    else
      for (std::uint32_t i = part.first; i < part.last; ++i)
        width += glyphs[i].advance;
    slices_.push_back({&item, level, &glyphs, part.first, part.last, width});
  };
  if (from < content_end_)
    add(from, std::min(to, content_end_), item.level);
  for (std::uint32_t i = std::max(from, content_end_); i < to; ++i)
    if (!hangs(i))
      add(i, i + 1, segmented_->base_level);
}

// Adds a slice's glyphs at `pen`; answers where the next ones begin.
Fixed LineBreaker::Filler::draw(const Slice& slice, Fixed pen, std::uint32_t end, Line& line) {
  const Item& item = *slice.item;
  const float size = px(item.size);
  if (slice.glyphs == nullptr)
    return pen + slice.width;
  for (std::uint32_t i = slice.first; i < slice.last; ++i) {
    const ShapedGlyph& glyph = (*slice.glyphs)[i];
    const bool hyphen = hyphen_.id != 0 && glyph.cluster + 1 == end;
    const ShapedGlyph& drawn = hyphen ? hyphen_ : glyph;
    line.glyphs.push_back({item.font, drawn.id, segmented_->text.bytes[glyph.cluster],
                           px(pen + drawn.dx), px(-drawn.dy), px(drawn.advance), size, item.color,
                           slice.level});
    pen += drawn.advance;
  }
  return pen;
}

Line LineBreaker::Filler::emit(std::uint32_t start, std::uint32_t end) {
  const LogicalText& text = segmented_->text;
  Line line;
  line.start = text.bytes[start];
  line.end = text.bytes[end];
  line.direction = segmented_->direction();
  std::size_t count = 0;
  bool turns = false;
  for (const Slice& slice : slices_) {
    count += slice.last - slice.first;
    turns = turns || slice.level != 0;
  }
  line.glyphs.reserve(count);
  Fixed pen = 0;
  if (turns) {
    std::vector<Level> levels;
    for (const Slice& slice : slices_)
      levels.push_back(slice.level);
    for (const std::uint32_t index : visual_order(levels))
      pen = draw(slices_[index], pen, end, line);
  } else {
    for (const Slice& slice : slices_)
      pen = draw(slice, pen, end, line);
  }
  line.width = px(pen);
  line.hanging_from = text.bytes[std::min(content_end_, end)];
  std::int64_t hanging = 0;
  for (std::uint32_t i = content_end_; i < end; ++i)
    if (hangs(i))
      hanging += shaped_->width(i, i + 1);
  line.hanging = px(static_cast<Fixed>(hanging));
  return line;
}

std::string dump(const std::vector<Line>& lines) {
  std::string out;
  char text[96];
  for (const Line& line : lines) {
    std::snprintf(text, sizeof text, "%u-%u %s %.2f:", line.start, line.end,
                  line.direction == Direction::RightToLeft ? "rtl" : "ltr",
                  static_cast<double>(line.width));
    out += text;
    const auto& glyphs = line.glyphs;
    for (std::size_t i = 0; i < glyphs.size();) {
      std::size_t last = i;
      int way = 0;  // of the run: rising or falling clusters
      while (last + 1 < glyphs.size() && glyphs[last + 1].font == glyphs[i].font) {
        const auto step =
            static_cast<int>(glyphs[last + 1].cluster) - static_cast<int>(glyphs[last].cluster);
        if (step != 0 && way != 0 && (step > 0) != (way > 0))
          break;
        way = step != 0 ? step : way;
        ++last;
      }
      std::snprintf(text, sizeof text, " %u%c%u@%.2f", glyphs[i].cluster,
                    way == 0 ? '=' : (way > 0 ? '>' : '<'), glyphs[last].cluster,
                    static_cast<double>(glyphs[i].x));
      out += text;
      i = last + 1;
    }
    out += "\n";
  }
  return out;
}

std::vector<Line> LineBreaker::lines(const Segmented& segmented, const Itemised& itemised,
                                     const Shaped& shaped, const Languages& languages,
                                     const TextStyle& style, float width) {
  return Filler(*this, segmented, itemised, shaped, languages, style, width).fill();
}

}  // namespace kiosk
