#include "kiosk/paper/paper_fonts.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <stdexcept>
#include <string>

#include "kiosk/platform/handle.h"

namespace kiosk {

struct PaperFonts::Library {
  Handle<FT_LibraryRec_, FT_Done_FreeType> handle;
};

struct PaperFonts::Opened {
  Handle<cairo_font_face_t, cairo_font_face_destroy> face;
  std::uint32_t space = 0;
};

namespace {

constexpr cairo_user_data_key_t kept{};

}  // namespace

PaperFonts::PaperFonts(const std::vector<FontFile>& files)
    : files_(files), library_(std::make_shared<Library>()), opened_(files.size()) {
  FT_Library raw = nullptr;
  if (FT_Init_FreeType(&raw) != 0)
    throw std::runtime_error("FreeType does not start");
  library_->handle.reset(raw);
}

PaperFonts::~PaperFonts() = default;

_cairo_font_face* PaperFonts::face(FontId font) {
  auto& opened = opened_.at(font);
  if (opened)
    return opened->face.get();
  // What Cairo's face stands on goes when Cairo lets go of the face.
  struct Ground {
    std::shared_ptr<Library> library;
    Handle<FT_FaceRec_, FT_Done_Face> face;
  };
  auto ground = std::make_unique<Ground>();
  ground->library = library_;
  FT_Face raw = nullptr;
  if (FT_New_Face(library_->handle.get(), files_[font].path.c_str(), files_[font].face_index,
                  &raw) != 0)
    throw std::runtime_error("font " + files_[font].path.string() + " cannot be drawn with");
  ground->face.reset(raw);
  auto made = std::make_unique<Opened>();
  made->face.reset(
      cairo_ft_font_face_create_for_ft_face(raw, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
  made->space = FT_Get_Char_Index(raw, ' ');
  const auto destroy = [](void* data) { delete static_cast<Ground*>(data); };
  if (cairo_font_face_set_user_data(made->face.get(), &kept, ground.get(), destroy) !=
      CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("font " + files_[font].path.string() + " cannot be kept");
  static_cast<void>(ground.release());
  opened = std::move(made);
  return opened->face.get();
}

std::uint32_t PaperFonts::space(FontId font) {
  face(font);
  return opened_[font]->space;
}

}  // namespace kiosk
