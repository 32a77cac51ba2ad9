// The stack's fonts as Cairo draws with them, opened at their first use. A font lives as long as
// Cairo holds it, which may be longer than this object.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "kiosk/text/paragraph.h"

struct _cairo_font_face;

namespace kiosk {

class PaperFonts final {
 public:
  // Starts FreeType; throws when it does not.
  explicit PaperFonts(const std::vector<FontFile>& files);
  ~PaperFonts();
  PaperFonts(const PaperFonts&) = delete;
  PaperFonts& operator=(const PaperFonts&) = delete;

  // Owned by this. Throws for a font that was not opened or is damaged.
  _cairo_font_face* face(FontId font);
  std::uint32_t space(FontId font);  // its glyph
  bool draws_pictures(FontId font) const { return files_.at(font).color_bitmaps; }

 private:
  struct Opened;
  struct Library;

  std::vector<FontFile> files_;
  std::shared_ptr<Library> library_;
  std::vector<std::unique_ptr<Opened>> opened_;
};

}  // namespace kiosk
