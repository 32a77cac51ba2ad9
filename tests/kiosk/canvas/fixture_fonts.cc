#include "fixture_fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <doctest/doctest.h>

#include "kiosk/platform/handle.h"

namespace fixture {

kiosk::Paragraph typed(std::u32string_view text, kiosk::FontId font, float size) {
  FT_Library raw_library = nullptr;
  REQUIRE(FT_Init_FreeType(&raw_library) == 0);
  const kiosk::Handle<FT_LibraryRec_, FT_Done_FreeType> library(raw_library);
  FT_Face raw_face = nullptr;
  REQUIRE(FT_New_Face(library.get(), fonts()[font].path.c_str(), 0, &raw_face) == 0);
  const kiosk::Handle<FT_FaceRec_, FT_Done_Face> face(raw_face);
  kiosk::Line line;
  line.height = size * 1.4F;
  line.baseline = 100;
  float x = 0;
  for (const char32_t character : text) {
    kiosk::Glyph glyph;
    glyph.font = font;
    glyph.id = FT_Get_Char_Index(face.get(), character);
    glyph.x = x;
    glyph.y = line.baseline;
    glyph.size = size;
    REQUIRE(FT_Load_Glyph(face.get(), glyph.id, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) == 0);
    glyph.advance = static_cast<float>(face->glyph->advance.x) * size / face->units_per_EM;
    x += glyph.advance;
    line.glyphs.push_back(glyph);
  }
  line.width = x;
  kiosk::Paragraph paragraph;
  paragraph.lines.push_back(line);
  paragraph.width = x;
  paragraph.height = line.height;
  return paragraph;
}

}  // namespace fixture
