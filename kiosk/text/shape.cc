#include "kiosk/text/shape.h"

#include <hb.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace kiosk {

namespace {

hb_script_t harfbuzz_script(Script script) {
  const char* name = uscript_getShortName(static_cast<UScriptCode>(script));
  return hb_script_from_string(name, 4);
}

Fixed tab_width(const Item& item) {
  return 2 * item.size;
}

}  // namespace

struct Shaper::Buffer {
  hb_buffer_t* handle = hb_buffer_create();
  std::vector<hb_feature_t> features;
  // Looking a tag up costs as much as shaping a short word.
  std::string language_tag;
  hb_language_t language = HB_LANGUAGE_INVALID;
  Script script = script_common;
  hb_script_t script_tag = HB_SCRIPT_COMMON;

  Buffer() = default;
  ~Buffer() { hb_buffer_destroy(handle); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  void choose(const LanguageSetting& setting, Script wanted, bool tracked) {
    if (language_tag != setting.shaping || language == HB_LANGUAGE_INVALID) {
      language_tag = setting.shaping;
      language =
          hb_language_from_string(language_tag.data(), static_cast<int>(language_tag.size()));
    }
    if (script != wanted) {
      script = wanted;
      script_tag = harfbuzz_script(wanted);
    }
    features.clear();
    const auto add = [this](hb_tag_t tag, std::uint32_t value) {
      features.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    };
    for (const Feature& feature : setting.features)
      add(feature.tag, feature.value);
    // Letters that are set apart must not be drawn as one.
    if (tracked) {
      add(HB_TAG('l', 'i', 'g', 'a'), 0);
      add(HB_TAG('c', 'l', 'i', 'g'), 0);
    }
  }
};

Shaper::Shaper(Faces& faces) : faces_(&faces), buffer_(std::make_unique<Buffer>()) {}
Shaper::~Shaper() = default;

void Shaper::shape_part(const Segmented& segmented, const Item& item, std::uint32_t from,
                        std::uint32_t to, const LanguageSetting& language, const TextStyle& style,
                        std::vector<ShapedGlyph>& glyphs) {
  if (item.look == Item::Look::Silent)
    return;
  const std::u16string& units = segmented.text.units;
  hb_buffer_t* const buffer = buffer_->handle;
  buffer_->choose(language, item.script, item.tracking);
  hb_buffer_clear_contents(buffer);
  static_assert(sizeof(char16_t) == sizeof(std::uint16_t));
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(units.data()),
                      static_cast<int>(units.size()), from, static_cast<int>(to - from));
  hb_buffer_set_direction(buffer, item.right_to_left() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, buffer_->script_tag);
  hb_buffer_set_language(buffer, buffer_->language);
  unsigned flags = HB_BUFFER_FLAG_DEFAULT;
  if (from == 0)
    flags |= HB_BUFFER_FLAG_BOT;
  if (to == units.size())
    flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  hb_shape(faces_->sized(item.font, item.size), buffer, buffer_->features.data(),
           static_cast<unsigned>(buffer_->features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer, &count);
  const std::size_t first = glyphs.size();
  glyphs.resize(first + count);
  ShapedGlyph* glyph = glyphs.data() + first;
  for (unsigned i = 0; i < count; ++i, ++glyph) {
    *glyph = {info[i].codepoint,     info[i].cluster,
              position[i].x_advance, position[i].x_offset,
              position[i].y_offset,  (info[i].mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0};
  }
  if (!item.tracking)
    return;
  const auto extra =
      static_cast<Fixed>(std::lround(style.tracking * static_cast<float>(item.size)));
  for (std::size_t i = first; i < glyphs.size(); ++i)
    if (glyphs[i].advance != 0)
      glyphs[i].advance += extra;
}

Shaped Shaper::shape(const Segmented& segmented, const Itemised& itemised,
                     const Languages& languages, const TextStyle& style) {
  Shaped shaped;
  const std::uint32_t size = segmented.text.size();
  shaped.marks.assign(size + 1, 0);
  shaped.marks[size] = ClusterStart;
  shaped.reach.assign(size + 1, 0);
  shaped.glyphs.reserve(size + size / 8);
  shaped.items.reserve(itemised.items.size());
  for (const Item& item : itemised.items) {
    const auto first = static_cast<std::uint32_t>(shaped.glyphs.size());
    shape_part(segmented, item, item.start, item.end, languages[item.language], style,
               shaped.glyphs);
    shaped.items.push_back({first, static_cast<std::uint32_t>(shaped.glyphs.size())});
    shaped.marks[item.start] |= ClusterStart;
    if (item.look == Item::Look::Silent) {
      for (std::uint32_t i = item.start; i < item.end; ++i) {
        shaped.marks[i] |= ClusterStart;
        if (segmented.text.units[i] == u'\t')
          shaped.reach[i + 1] += tab_width(item);
      }
      continue;
    }
    for (std::size_t i = first; i < shaped.glyphs.size(); ++i) {
      const ShapedGlyph& glyph = shaped.glyphs[i];
      shaped.reach[glyph.cluster + 1] += glyph.advance;
      shaped.marks[glyph.cluster] |=
          static_cast<std::uint8_t>(glyph.unsafe ? ClusterStart | UnsafeBefore : ClusterStart);
    }
  }
  for (std::uint32_t i = 0; i < size; ++i)
    shaped.reach[i + 1] += shaped.reach[i];
  return shaped;
}

ShapedGlyph Shaper::hyphen(const Item& item) {
  ShapedGlyph glyph;
  hb_font_t* font = faces_->sized(item.font, item.size);
  for (const hb_codepoint_t c : {0x2010U, 0x002DU}) {
    if (hb_font_get_nominal_glyph(font, c, &glyph.id) == 0)
      continue;
    glyph.advance = hb_font_get_glyph_h_advance(font, glyph.id);
    return glyph;
  }
  return {};
}

std::string Shaped::dump(const Segmented& segmented, const Itemised& itemised, Faces& faces) const {
  std::string out;
  const auto add = [&out](const char* format, Fixed a, Fixed b) {
    char text[64];
    std::snprintf(text, sizeof text, format, static_cast<double>(px(a)),
                  static_cast<double>(px(b)));
    out += text;
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = itemised.items[i];
    out += std::to_string(segmented.text.bytes[item.start]) + "-" +
           std::to_string(segmented.text.bytes[item.end]) +
           (item.right_to_left() ? " rtl" : " ltr");
    for (std::uint32_t k = items[i].first; k < items[i].last; ++k) {
      const ShapedGlyph& glyph = glyphs[k];
      out += " " + faces.name(item.font, glyph.id) + "=" +
             std::to_string(segmented.text.bytes[glyph.cluster]);
      add("+%.2f", glyph.advance, 0);
      if (glyph.dx != 0 || glyph.dy != 0)
        add("@%.2f,%.2f", glyph.dx, glyph.dy);
      if (glyph.unsafe)
        out += "!";
    }
    out += "\n";
  }
  return out;
}

}  // namespace kiosk
