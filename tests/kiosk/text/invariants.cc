#include "tests/kiosk/text/invariants.h"

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

namespace kiosk {

namespace {

struct CloseFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

using Stages = Typesetter::Stages;

constexpr char16_t soft_hyphen = u'\u00AD';

bool white(char16_t c) {
  return c == u' ' || c == u'\t' || c == 0x1680 || c == 0x205F || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x2028 || c == 0x0B || c == 0x0C ||
         (c >= 0x1C && c <= 0x1F);
}
bool invisible(char16_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c < 0x20 || (c >= 0x7F && c < 0xA0) ||
         (c >= 0xFFF0 && c <= 0xFFF8) || c == 0x180E || c == 0xDB40 || (c & 0xFC00) == 0xDC00 ||
         c == 0xD834 || c == 0xD82F;
}

class Checker {
 public:
  Checker(Typesetter& typesetter, const ParagraphRequest& request, const Stages& stages)
      : typesetter_(&typesetter), request_(&request), stages_(&stages) {}

  std::vector<std::string> run() {
    std::uint32_t expected = text().bytes.front();
    for (const Line& line : stages_->lines) {
      if (line.start != expected)
        say(line, "does not begin where the one before ends");
      expected = line.end;
      clusters(line);
      width(line);
      breaks(line);
      glyphs(line);
      if (request_->isolation == Isolation::AsGiven && request_->ranges.empty())
        order(line);
    }
    if (expected != text().bytes.back())
      broken_.emplace_back("the last line does not reach the end");
    return broken_;
  }

 private:
  const LogicalText& text() const { return stages_->segmented.text; }
  std::uint32_t unit(std::uint32_t byte) const { return text().unit_at(byte); }
  void say(const Line& line, const std::string& what) {
    broken_.push_back("line " + std::to_string(line.start) + "-" + std::to_string(line.end) + " " +
                      what);
  }
  // Behind this only spaces hang.
  std::uint32_t content_end(const Line& line) const {
    std::uint32_t end = unit(line.end);
    while (end > unit(line.start) &&
           (white(text().units[end - 1]) || invisible(text().units[end - 1])))
      --end;
    return end;
  }

  void clusters(const Line& line) {
    std::set<std::uint32_t> seen;
    std::uint32_t last = UINT32_MAX;
    for (const Glyph& glyph : line.glyphs) {
      if (glyph.cluster < line.start || glyph.cluster >= line.end)
        say(line, "has a glyph of cluster " + std::to_string(glyph.cluster));
      if (glyph.cluster != last && !seen.insert(glyph.cluster).second)
        say(line, "has cluster " + std::to_string(glyph.cluster) + " twice");
      last = glyph.cluster;
    }
    const std::uint32_t end = content_end(line);
    for (std::uint32_t i = unit(line.start); i < end; ++i) {
      const bool begins = stages_->shaped.has(i, ClusterStart);
      const bool silent = text().units[i] < 0x20 ||
                          (text().units[i] >= 0x7F && text().units[i] < 0xA0) ||
                          text().units[i] == 0x2028;
      if (begins && !silent && seen.count(text().bytes[i]) == 0 &&
          !stages_->shaped.has(i, UnsafeBefore) && !joined_when_cut(line, i))
        say(line, "has lost cluster " + std::to_string(text().bytes[i]));
    }
  }

  // Whether HarfBuzz, given the line's part of the item alone, draws what begins at `i` as one with
  // what stands before it: cut off from its first f, «ff» + «fi» is «ffi».
  bool joined_when_cut(const Line& line, std::uint32_t i) const {
    for (const Item& item : stages_->itemised.items) {
      const std::uint32_t from = std::max(item.start, unit(line.start));
      const std::uint32_t to = std::min(item.end, unit(line.end));
      if (i <= from || i >= to || (from == item.start && to == item.end))
        continue;
      const std::vector<ShapedGlyph> alone = shape(item, from, to);
      return std::none_of(alone.begin(), alone.end(),
                          [i](const ShapedGlyph& glyph) { return glyph.cluster == i; });
    }
    return false;
  }

  void width(const Line& line) {
    if (request_->width <= 0 || line.width <= request_->width + 1.0F / 64)
      return;
    std::uint32_t graphemes = 0;
    for (std::uint32_t i = unit(line.start); i < content_end(line); ++i)
      graphemes += stages_->segmented.has(i, Grapheme) && stages_->shaped.has(i, ClusterStart);
    if (graphemes > 1)
      say(line, "is " + std::to_string(line.width) + " wide");
  }

  // An opportunity that needs more room than there is is none. The hyphen comes from the font of
  // what it ends. False in doubt of a pixel.
  bool fits_with_hyphen(const Line& line, std::uint32_t end) {
    if (text().units[end - 1] != soft_hyphen)
      return true;
    hb_position_t width = 0;
    for (const Item& item : stages_->itemised.items) {
      if (end <= item.start || end > item.end)
        continue;
      hb_font_t* const font = opened(item);
      hb_codepoint_t glyph = 0;
      if (hb_font_get_nominal_glyph(font, 0x2010, &glyph) != 0 ||
          hb_font_get_nominal_glyph(font, '-', &glyph) != 0)
        width = hb_font_get_glyph_h_advance(font, glyph);
    }
    return px(static_cast<Fixed>(stages_->shaped.width(unit(line.start), end))) + px(width) + 1 <=
           request_->width;
  }

  void breaks(const Line& line) {
    const Segmented& segmented = stages_->segmented;
    const std::uint32_t end = unit(line.end);
    if (end == text().size() || segmented.has(end, LineMay))
      return;
    if (!segmented.has(end, Grapheme) || !stages_->shaped.has(end, ClusterStart))
      say(line, "ends inside a cluster");
    for (std::uint32_t i = unit(line.start) + 1; i < end; ++i)
      if (segmented.has(i, LineMay) && fits_with_hyphen(line, i))
        return say(line,
                   "ends inside a word though it might at " + std::to_string(text().bytes[i]));
  }

  // The clusters' visual places by ubidi alone rise from left to right.
  void order(const Line& line) {
    const auto& units = text().units;
    if (units.empty() || line.start == line.end)
      return;
    UErrorCode status = U_ZERO_ERROR;
    if (!paragraph_) {
      paragraph_.reset(ubidi_open());
      ubidi_setPara(paragraph_.get(), units.data(), static_cast<std::int32_t>(units.size()),
                    stages_->segmented.base_level, nullptr, &status);
    }
    const std::unique_ptr<UBiDi, CloseBidi> cut(ubidi_open());
    const std::uint32_t start = unit(line.start);
    std::uint32_t end = unit(line.end);
    // The hyphen that a soft hyphen shows belongs to its word; to ubidi it is nothing at all, and
    // what is invisible before it ends the line.
    if (end < units.size() && end > start && units[end - 1] == soft_hyphen)
      while (end > start && (invisible(units[end - 1]) || white(units[end - 1])))
        --end;
    if (end == start)
      return;
    ubidi_setLine(paragraph_.get(), static_cast<std::int32_t>(start),
                  static_cast<std::int32_t>(end), cut.get(), &status);
    // ICU 72 resets isolates of several levels at a line's end (L1) only for who asks for levels:
    // without this line its map of the same line is another one.
    static_cast<void>(ubidi_getLevels(cut.get(), &status));
    std::vector<std::int32_t> places(end - start);
    ubidi_getLogicalMap(cut.get(), places.data(), &status);
    if (U_FAILURE(status))
      return say(line, "is refused by ubidi");
    std::int32_t last = -1;
    for (const Glyph& glyph : line.glyphs) {
      if (unit(glyph.cluster) >= end)
        continue;
      const auto place = places[unit(glyph.cluster) - start];
      if (place < last)
        return say(line, "has cluster " + std::to_string(glyph.cluster) + " out of ubidi's order");
      last = place;
    }
  }

  // Whether the line with `alone` in the place of its own glyphs were wider than it may be. Then it
  // has to end inside a word, and may do so where it could not end as a line of its own.
  bool too_wide(const Line& line, const std::vector<ShapedGlyph>& alone) const {
    if (request_->width <= 0)
      return false;
    float wider = 0;
    std::set<std::uint32_t> replaced;
    const std::uint32_t end = content_end(line);
    for (const ShapedGlyph& glyph : alone)
      if (glyph.cluster >= unit(line.start) && glyph.cluster < end) {
        wider += px(glyph.advance);
        replaced.insert(text().bytes[glyph.cluster]);
      }
    for (const Glyph& glyph : line.glyphs)
      if (replaced.count(glyph.cluster) != 0)
        wider -= glyph.advance;
    return line.width + wider > request_->width;
  }

  // A line that begins and ends at opportunities looks as if each item's part of it were shaped
  // alone, with the paragraph around it; a torn word looks as in one piece.
  void glyphs(const Line& line) {
    const auto legal = [&](std::uint32_t i) {
      return i == 0 || i == text().size() || stages_->segmented.has(i, LineMay);
    };
    const std::uint32_t start = unit(line.start);
    const std::uint32_t end = unit(line.end);
    const bool hyphen = end > start && end < text().size() && text().units[end - 1] == 0xAD;
    using Drawn = std::multimap<std::uint32_t, std::pair<std::uint32_t, long>>;
    Drawn drawn;
    for (const Glyph& glyph : line.glyphs)
      drawn.emplace(glyph.cluster, std::pair(glyph.id, std::lround(glyph.advance * 64)));
    const auto differs = [&](std::uint32_t from, std::uint32_t to,
                             const std::vector<ShapedGlyph>& shaped) {
      Drawn expected;
      for (const ShapedGlyph& glyph : shaped)
        if (glyph.cluster >= from && glyph.cluster < to)
          expected.emplace(text().bytes[glyph.cluster], std::pair(glyph.id, long{glyph.advance}));
      const std::uint32_t stop = std::min(to, content_end(line));
      for (std::uint32_t i = from; i < stop; ++i) {
        const auto [a, b] = drawn.equal_range(text().bytes[i]);
        const auto [c, d] = expected.equal_range(text().bytes[i]);
        if (!(hyphen && i + 1 == end) && !std::equal(a, b, c, d))
          return true;
      }
      return false;
    };
    for (const Item& item : stages_->itemised.items) {
      const std::uint32_t from = std::max(item.start, start);
      const std::uint32_t to = std::min(item.end, end);
      if (from >= to || item.look == Item::Look::Silent)
        continue;
      const std::uint32_t a = legal(from) ? from : item.start;
      const std::uint32_t b = legal(to) ? to : item.end;
      // Where one end is torn and the other is not, the reshaped part may reach the torn end.
      // Where a control turns a script round, HarfBuzz looks for what joins it at the wrong end.
      const hb_direction_t native = hb_script_get_horizontal_direction(
          hb_script_from_string(script_name(item.script).c_str(), 4));
      const bool turned =
          native != HB_DIRECTION_INVALID && (native == HB_DIRECTION_RTL) != item.right_to_left();
      if (differs(from, to, shape(item, a, b)) && differs(from, to, shape(item, from, b)) &&
          differs(from, to, shape(item, a, to)) &&
          !(turned && (!differs(from, to, shape(item, a, b, false)) ||
                       !differs(from, to, shape(item, item.start, item.end)))) &&
          !(!differs(from, to, shape(item, a, item.end)) && too_wide(line, shape(item, a, b))))
        say(line, "draws " + std::to_string(text().bytes[from]) + "-" +
                      std::to_string(text().bytes[to]) + " otherwise than HarfBuzz");
    }
  }

  hb_font_t* opened(const Item& item) const {
    const FontFile& file = typesetter_->stack().files()[item.font];
    static std::map<std::pair<std::string, int>, std::unique_ptr<hb_font_t, CloseFont>> fonts;
    auto& kept = fonts[{file.path.string(), file.face_index}];
    if (kept == nullptr) {
      hb_blob_t* blob = hb_blob_create_from_file(file.path.c_str());
      hb_face_t* face = hb_face_create(blob, static_cast<unsigned>(file.face_index));
      kept.reset(hb_font_create(face));
      hb_face_destroy(face);
      hb_blob_destroy(blob);
    }
    hb_font_t* const font = kept.get();
    hb_font_set_scale(font, item.size, item.size);
    return font;
  }

  // `context`: with the paragraph around it.
  std::vector<ShapedGlyph> shape(const Item& item, std::uint32_t from, std::uint32_t to,
                                 bool context = true) const {
    hb_font_t* const font = opened(item);
    const LanguageSetting setting = typesetter_->stack().language(request_->language);
    std::vector<hb_feature_t> features;
    for (const Feature& feature : setting.features)
      features.push_back(
          {feature.tag, feature.value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    // Letters that are set apart are never drawn as one.
    if (item.tracking)
      for (const hb_tag_t tag : {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g')})
        features.push_back({tag, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    const auto apart = static_cast<Fixed>(
        item.tracking ? std::lround(request_->style.tracking * static_cast<float>(item.size)) : 0);
    hb_buffer_t* buffer = hb_buffer_create();
    const std::uint32_t begin = context ? 0 : from;
    const std::uint32_t size = (context ? text().size() : to) - begin;
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(text().units.data()) + begin,
                        static_cast<int>(size), from - begin, static_cast<int>(to - from));
    hb_buffer_set_direction(buffer, item.right_to_left() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, hb_script_from_string(script_name(item.script).c_str(), 4));
    hb_buffer_set_language(buffer, hb_language_from_string(setting.shaping.c_str(), -1));
    unsigned flags = 0;
    if (from == 0)
      flags |= HB_BUFFER_FLAG_BOT;
    if (to == text().size())
      flags |= HB_BUFFER_FLAG_EOT;
    hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
    hb_shape(font, buffer, features.data(), static_cast<unsigned>(features.size()));
    unsigned count = 0;
    const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<ShapedGlyph> glyphs;
    for (unsigned i = 0; i < count; ++i)
      glyphs.push_back({info[i].codepoint, info[i].cluster + begin,
                        position[i].x_advance + (position[i].x_advance != 0 ? apart : 0)});
    hb_buffer_destroy(buffer);
    return glyphs;
  }

  Typesetter* typesetter_;
  const ParagraphRequest* request_;
  const Stages* stages_;
  std::unique_ptr<UBiDi, CloseBidi> paragraph_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_promises(Typesetter& typesetter, const ParagraphRequest& request) {
  std::vector<std::string> broken;
  for (const Stages& stages : typesetter.stages(request)) {
    const auto more = Checker(typesetter, request, stages).run();
    broken.insert(broken.end(), more.begin(), more.end());
  }
  return broken;
}

}  // namespace kiosk
