#include "kiosk/canvas/glyph_images.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kiosk/canvas/bounded_cache.h"
#include "kiosk/canvas/png_file.h"
#include "kiosk/canvas/text_weight.h"
#include "kiosk/platform/handle.h"

namespace kiosk {
namespace {

constexpr std::uint32_t largest_size = 1024;  // px; the look's numerals are 190
constexpr int quarter = 16;                   // of a pixel in FreeType's 1/64

using Library = Handle<FT_LibraryRec_, FT_Done_FreeType>;

// Rows are filled up with empty pixels to a multiple of four, as spans are blended.
Mask mask_of(const FT_GlyphSlot slot, const CoverageTable& weighed) {
  const FT_Bitmap& bitmap = slot->bitmap;
  const unsigned width = (bitmap.width + 3) / 4 * 4;
  Mask mask{slot->bitmap_left, -slot->bitmap_top, static_cast<int>(width),
            static_cast<int>(bitmap.rows),
            std::vector<std::uint8_t>(std::size_t{width} * bitmap.rows)};
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    const auto* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
    std::transform(row, row + bitmap.width,
                   mask.coverage.begin() + static_cast<std::ptrdiff_t>(y) * width,
                   [&weighed](std::uint8_t coverage) { return weighed[coverage]; });
  }
  return mask;
}

// A colour bitmap at its own size; FreeType's BGRA is already multiplied by alpha.
Picture picture_of(const FT_GlyphSlot slot) {
  const FT_Bitmap& bitmap = slot->bitmap;
  Picture picture{0, 0, static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
  picture.pixels.reserve(std::size_t{bitmap.width} * bitmap.rows);
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    const auto* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
    for (unsigned x = 0; x < bitmap.width; ++x) {
      const unsigned char* bgra = row + std::size_t{x} * 4;
      picture.pixels.push_back(static_cast<std::uint32_t>(bgra[3]) << 24 |
                               static_cast<std::uint32_t>(bgra[2]) << 16 |
                               static_cast<std::uint32_t>(bgra[1]) << 8 | bgra[0]);
    }
  }
  return picture;
}

// The strike that is nearest above the wanted size, else the largest.
int best_strike(FT_Face face, double size) {
  int best = 0;
  for (int i = 1; i < face->num_fixed_sizes; ++i) {
    const double known = static_cast<double>(face->available_sizes[best].y_ppem) / 64;
    const double other = static_cast<double>(face->available_sizes[i].y_ppem) / 64;
    const bool better = known < size ? other > known : other >= size && other < known;
    best = better ? i : best;
  }
  return best;
}

// Whether the file is there and begins as a font does. Opening all of the stack would cost more
// time than the first page; few of them are drawn with.
content::Result<content::Done> check_font(const FontFile& font) {
  std::ifstream in(font.path, std::ios::binary);
  std::array<char, 4> magic{};
  if (!in) {
    return content::Failure{content::Refusal::NotFound,
                            "font " + font.path.string() + " is absent"};
  }
  in.read(magic.data(), magic.size());
  const std::string_view begin(magic.data(), magic.size());
  constexpr std::array<std::string_view, 4> known{std::string_view("\0\1\0\0", 4), "OTTO", "true",
                                                  "ttcf"};
  if (std::find(known.begin(), known.end(), begin) == known.end()) {
    return content::Failure{content::Refusal::Malformed,
                            "font " + font.path.string() + " is not a font"};
  }
  return content::Done{};
}

}  // namespace

class GlyphImages::Faces {
 public:
  using Face = Handle<FT_FaceRec_, FT_Done_Face>;

  explicit Faces(std::size_t cache_bytes) : cache_(cache_bytes) {}

  content::Result<content::Done> open(const std::vector<FontFile>& fonts) {
    FT_Library raw = nullptr;
    if (FT_Init_FreeType(&raw) != 0) {
      return content::Failure{content::Refusal::Unavailable, "FreeType does not start"};
    }
    library_.reset(raw);
    for (const FontFile& file : fonts) {
      if (auto readable = check_font(file); !readable) {
        return readable.failure();
      }
      fonts_.push_back({file, nullptr, 0});
    }
    return content::Done{};
  }

  const GlyphImage& image(GlyphPlace place) {
    if (place.font < fonts_.size() && fonts_[place.font].file.color_bitmaps) {
      place.lightness = 0;  // it has colours of its own
    }
    if (const GlyphImage* known = cache_.find(place)) {
      return *known;
    }
    GlyphImage made = make(place);
    constexpr std::size_t overhead = sizeof(GlyphPlace) + sizeof(GlyphImage) + 64;
    const std::size_t bytes =
        overhead + made.mask.coverage.size() + made.picture.pixels.size() * sizeof(std::uint32_t);
    return cache_.keep(place, std::move(made), bytes);
  }

  // Opened files too: which languages somebody read is not to be seen, nor to add up.
  void forget() {
    cache_.clear();
    for (Font& font : fonts_) {
      font.face.reset();
      font.size_64 = 0;
    }
  }

  const BoundedCache<GlyphPlace, GlyphImage, GlyphPlaceHash>& cache() const { return cache_; }

 private:
  struct Font {
    FontFile file;
    Face face;                  // opened when the first glyph of it is wanted
    std::uint32_t size_64 = 0;  // the face is set to
  };

  GlyphImage make(const GlyphPlace& place) {
    if (place.font >= fonts_.size()) {
      throw std::out_of_range("a glyph of a font that was not opened");
    }
    if (place.size_64 == 0 || place.size_64 > largest_size * 64) {
      return {};
    }
    Font& font = fonts_[place.font];
    if (!font.face) {
      FT_Face face = nullptr;
      if (FT_New_Face(library_.get(), font.file.path.c_str(), font.file.face_index, &face) != 0) {
        throw std::runtime_error("font " + font.file.path.string() + " cannot be drawn with");
      }
      font.face.reset(face);
    }
    const bool bitmaps = font.file.color_bitmaps && !FT_IS_SCALABLE(font.face.get());
    return bitmaps ? color_glyph(font, place) : outline_glyph(font, place);
  }

  GlyphImage outline_glyph(Font& font, const GlyphPlace& place) {
    FT_Face face = font.face.get();
    if (font.size_64 != place.size_64) {
      if (FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(place.size_64), 72, 72) != 0) {
        return {};
      }
      font.size_64 = place.size_64;
    }
    if (FT_Load_Glyph(face, place.id, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0 ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
      return {};
    }
    FT_Outline_Translate(&face->glyph->outline, place.quarter_x * quarter,
                         -place.quarter_y * quarter);
    if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) {
      return {};
    }
    return {mask_of(face->glyph, weight_.of(place.lightness)), {}};
  }

  static GlyphImage color_glyph(const Font& font, const GlyphPlace& place) {
    FT_Face face = font.face.get();
    const double size = place.size_64 / 64.0;
    const int strike = best_strike(face, size);
    if (face->num_fixed_sizes == 0 || FT_Select_Size(face, strike) != 0 ||
        FT_Load_Glyph(face, place.id, FT_LOAD_COLOR) != 0 ||
        face->glyph->bitmap.pixel_mode != FT_PIXEL_MODE_BGRA) {
      return {};
    }
    const double factor = size * 64 / static_cast<double>(face->available_sizes[strike].y_ppem);
    const Picture whole = picture_of(face->glyph);
    const auto scaled = [&](int length) { return static_cast<int>(std::lround(length * factor)); };
    Picture picture = scaled_to(whole, {scaled(whole.width), scaled(whole.height)});
    picture.left = scaled(face->glyph->bitmap_left);
    picture.top = -scaled(face->glyph->bitmap_top);
    return {{}, std::move(picture)};
  }

  Library library_;
  std::vector<Font> fonts_;
  TextWeight weight_;
  BoundedCache<GlyphPlace, GlyphImage, GlyphPlaceHash> cache_;
};

content::Result<std::unique_ptr<GlyphImages>> GlyphImages::open(const std::vector<FontFile>& fonts,
                                                                std::size_t cache_bytes) {
  if (fonts.size() > std::numeric_limits<FontId>::max()) {
    return content::Failure{content::Refusal::TooLarge, "more fonts than a FontId can name"};
  }
  auto faces = std::make_unique<Faces>(cache_bytes);
  if (auto opened = faces->open(fonts); !opened) {
    return opened.failure();
  }
  return std::unique_ptr<GlyphImages>(new GlyphImages(std::move(faces)));
}

GlyphImages::GlyphImages(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}

GlyphImages::~GlyphImages() = default;

const GlyphImage& GlyphImages::image(const GlyphPlace& place) {
  return faces_->image(place);
}

void GlyphImages::forget() {
  faces_->forget();
}

std::size_t GlyphImages::cached_bytes() const {
  return faces_->cache().bytes();
}

std::size_t GlyphImages::cached_glyphs() const {
  return faces_->cache().size();
}

}  // namespace kiosk
