#include "kiosk/text/faces.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
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

// One size of a font. `handle` answers glyphs and advances from memory, the rest from `parent`.
struct Faces::Sized {
  Faces* faces = nullptr;
  FontId font = 0;
  Fixed size = 0;
  hb_font_t* parent = nullptr;
  hb_font_t* handle = nullptr;
  std::uint64_t used = 0;
  Blocks<Fixed> advances;

  Sized() = default;
  ~Sized() {
    hb_font_destroy(handle);
    hb_font_destroy(parent);
  }
  Sized(const Sized&) = delete;
  Sized& operator=(const Sized&) = delete;

  Fixed advance(hb_codepoint_t glyph) {
    if (glyph >> 8 >= advances.size())
      return hb_font_get_glyph_h_advance(parent, glyph);
    auto& block = advances[glyph >> 8];
    if (!block) {
      block = std::make_unique<Block<Fixed>>();
      block->fill(not_asked);
    }
    Fixed& advance = (*block)[glyph & 0xFF];
    if (advance == not_asked)
      advance = hb_font_get_glyph_h_advance(parent, glyph);
    return advance;
  }

  static constexpr Fixed not_asked = std::numeric_limits<Fixed>::min();
};

struct Faces::Callbacks {
  static Sized& sized(void* data) { return *static_cast<Sized*>(data); }

  static hb_bool_t nominal_glyph(hb_font_t* /*font*/, void* data, hb_codepoint_t code_point,
                                 hb_codepoint_t* glyph, void* /*user*/) {
    if (code_point > 0x10FFFF)
      return 0;
    *glyph = sized(data).faces->glyph(sized(data).font, code_point);
    return *glyph != 0;
  }
  static unsigned nominal_glyphs(hb_font_t* /*font*/, void* data, unsigned count,
                                 const hb_codepoint_t* code_point, unsigned code_point_stride,
                                 hb_codepoint_t* glyph, unsigned glyph_stride, void* /*user*/) {
    for (unsigned i = 0; i < count; ++i) {
      if (nominal_glyph(nullptr, data, at(code_point, i, code_point_stride),
                        &at(glyph, i, glyph_stride), nullptr) == 0)
        return i;
    }
    return count;
  }
  static hb_position_t advance(hb_font_t* /*font*/, void* data, hb_codepoint_t glyph,
                               void* /*user*/) {
    return sized(data).advance(glyph);
  }
  static void advances(hb_font_t* /*font*/, void* data, unsigned count, const hb_codepoint_t* glyph,
                       unsigned glyph_stride, hb_position_t* advance, unsigned advance_stride,
                       void* /*user*/) {
    Sized& of = sized(data);
    for (unsigned i = 0; i < count; ++i)
      at(advance, i, advance_stride) = of.advance(at(glyph, i, glyph_stride));
  }

 private:
  // HarfBuzz hands over fields of its records: element i is `stride` bytes further each.
  static const hb_codepoint_t& at(const hb_codepoint_t* first, unsigned i, unsigned stride) {
    return *reinterpret_cast<const hb_codepoint_t*>(reinterpret_cast<const char*>(first) +
                                                    std::size_t{i} * stride);
  }
  template <typename T>
  static T& at(T* first, unsigned i, unsigned stride) {
    return *reinterpret_cast<T*>(reinterpret_cast<char*>(first) + std::size_t{i} * stride);
  }
};

Faces::Faces(const std::vector<FontFile>& files)
    : files_(&files),
      callbacks_(hb_font_funcs_create()),
      faces_(files.size()),
      tables_(files.size()) {
  hb_font_funcs_set_nominal_glyph_func(callbacks_, &Callbacks::nominal_glyph, nullptr, nullptr);
  hb_font_funcs_set_nominal_glyphs_func(callbacks_, &Callbacks::nominal_glyphs, nullptr, nullptr);
  hb_font_funcs_set_glyph_h_advance_func(callbacks_, &Callbacks::advance, nullptr, nullptr);
  hb_font_funcs_set_glyph_h_advances_func(callbacks_, &Callbacks::advances, nullptr, nullptr);
  hb_font_funcs_make_immutable(callbacks_);
}

Faces::~Faces() {
  sized_.clear();
  hb_font_funcs_destroy(callbacks_);
}

Faces::Face& Faces::open(FontId font) {
  auto& face = faces_.at(font);
  if (!face) {
    face = std::make_unique<Face>((*files_)[font]);
    Table& table = tables_[font];
    table.glyphs.resize(0x110000 / 256);
    table.ink.resize(hb_face_get_glyph_count(face->handle));
    table.em_per_unit = 1.0F / static_cast<float>(hb_face_get_upem(face->handle));
  }
  return *face;
}

std::uint32_t Faces::look_up(FontId font, char32_t code_point) {
  hb_font_t* const unscaled = open(font).unscaled;
  auto& block = tables_[font].glyphs[code_point >> 8];
  block = std::make_unique<Block<std::uint32_t>>();
  const char32_t first = code_point & ~char32_t{0xFF};
  for (char32_t i = 0; i < 256; ++i)
    hb_font_get_nominal_glyph(unscaled, first + i, &(*block)[i]);
  return (*block)[code_point & 0xFF];
}

std::string Faces::name(FontId font, std::uint32_t glyph) {
  char name[64] = {};
  hb_font_glyph_to_string(open(font).unscaled, glyph, name, sizeof name);
  return name;
}

hb_font_t* Faces::sized(FontId font, Fixed size) {
  ++clock_;
  for (const auto& sized : sized_) {
    if (sized->font == font && sized->size == size) {
      sized->used = clock_;
      return sized->handle;
    }
  }
  auto fresh = std::make_unique<Sized>();
  fresh->faces = this;
  fresh->font = font;
  fresh->size = size;
  fresh->used = clock_;
  fresh->parent = hb_font_create(open(font).handle);
  // Unhinted and in 26.6: advances grow with the size and words do not crawl.
  hb_font_set_scale(fresh->parent, size, size);
  fresh->handle = hb_font_create_sub_font(fresh->parent);
  hb_font_set_funcs(fresh->handle, callbacks_, fresh.get(), nullptr);
  fresh->advances.resize(tables_[font].ink.size() / 256 + 1);
  hb_font_t* const handle = fresh->handle;
  if (sized_.size() < sized_kept) {
    sized_.push_back(std::move(fresh));
    return handle;
  }
  *std::min_element(sized_.begin(), sized_.end(), [](const auto& a, const auto& b) {
    return a->used < b->used;
  }) = std::move(fresh);
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
