#include "kiosk/text/faces.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <bitset>
#include <limits>

namespace kiosk {

namespace {

std::int16_t clamped(int units) {
  return static_cast<std::int16_t>(std::clamp(units, -32767, 32767));
}

}  // namespace

struct Faces::Face {
  hb_face_t* handle = nullptr;
  hb_font_t* unscaled = nullptr;  // in font units

  explicit Face(const FontFile& file) {
    hb_blob_t* blob = hb_blob_create_from_file(file.path.c_str());
    handle = hb_face_create(blob, static_cast<unsigned>(file.face_index));
    hb_blob_destroy(blob);
    unscaled = hb_font_create(handle);
  }
  ~Face() {
    hb_font_destroy(unscaled);
    hb_face_destroy(handle);
  }
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
};

Faces::Faces(const std::vector<FontFile>& files)
    : files_(&files), faces_(files.size()), tables_(files.size()) {}

Faces::~Faces() {
  for (const Sized& sized : sized_)
    hb_font_destroy(sized.handle);
}

Faces::Face& Faces::open(FontId font) {
  auto& face = faces_.at(font);
  if (!face) {
    face = std::make_unique<Face>((*files_)[font]);
    Table& table = tables_[font];
    table.coverage.resize(0x110000 / 256);
    table.ink.resize(hb_face_get_glyph_count(face->handle));
    table.em_per_unit = 1.0F / static_cast<float>(hb_face_get_upem(face->handle));
  }
  return *face;
}

bool Faces::look_up(FontId font, char32_t code_point) {
  hb_font_t* const unscaled = open(font).unscaled;
  auto& page = tables_[font].coverage[code_point >> 8];
  page = std::make_unique<Page>();
  const char32_t first = code_point & ~char32_t{0xFF};
  for (char32_t i = 0; i < 256; ++i) {
    hb_codepoint_t glyph = 0;
    (*page)[i] = hb_font_get_nominal_glyph(unscaled, first + i, &glyph) != 0 && glyph != 0;
  }
  return (*page)[code_point & 0xFF];
}

std::uint32_t Faces::glyph(FontId font, char32_t code_point) {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(open(font).unscaled, code_point, &glyph);
  return glyph;
}

std::string Faces::name(FontId font, std::uint32_t glyph) {
  char name[64] = {};
  hb_font_glyph_to_string(open(font).unscaled, glyph, name, sizeof name);
  return name;
}

hb_font_t* Faces::sized(FontId font, Fixed size) {
  ++clock_;
  for (Sized& sized : sized_) {
    if (sized.font == font && sized.size == size) {
      sized.used = clock_;
      return sized.handle;
    }
  }
  hb_font_t* handle = hb_font_create(open(font).handle);
  // Unhinted and in 26.6: advances grow with the size and words do not crawl.
  hb_font_set_scale(handle, size, size);
  const Sized fresh{font, size, handle, clock_};
  if (sized_.size() < sized_kept) {
    sized_.push_back(fresh);
    return handle;
  }
  auto oldest = std::min_element(sized_.begin(), sized_.end(),
                                 [](const Sized& a, const Sized& b) { return a.used < b.used; });
  hb_font_destroy(oldest->handle);
  *oldest = fresh;
  return handle;
}

Reach Faces::metrics(FontId font) {
  hb_font_extents_t extents{};
  hb_font_get_h_extents(open(font).unscaled, &extents);
  const float em = tables_[font].em_per_unit;
  return {static_cast<float>(extents.ascender) * em, static_cast<float>(-extents.descender) * em};
}

Reach Faces::measure(FontId font, std::uint32_t glyph) {
  hb_font_t* const unscaled = open(font).unscaled;
  Table& table = tables_[font];
  if (glyph >= table.ink.size())
    return {};
  hb_glyph_extents_t extents{};
  hb_font_get_glyph_extents(unscaled, glyph, &extents);
  table.ink[glyph] = {clamped(extents.y_bearing), clamped(-(extents.y_bearing + extents.height))};
  return ink(font, glyph);
}

}  // namespace kiosk
