// One PDF being written: Cairo's surface and context, the fonts, and how each thing that a canvas
// draws becomes its operators. PdfCanvas is its face.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"
#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/glyph_images.h"
#include "kiosk/canvas/vector_path.h"
#include "kiosk/paper/paper_fonts.h"
#include "kiosk/paper/pdf_canvas.h"

struct _cairo;
struct _cairo_surface;

namespace kiosk {

class PdfDocument final {
 public:
  PdfDocument(const PaperSize& paper, const PdfAbout& about, const std::vector<FontFile>& files,
              std::unique_ptr<GlyphImages> images);

  Size size() const { return size_; }
  _cairo* cairo() const { return context_.get(); }

  void use(Color color) const;
  void fill_path(const VectorPath& path, Color color) const;
  void stroke_path(const VectorPath& path, double width, Color color) const;
  void line(const Line& line, std::string_view text, double x, double y, Color color, Color second);
  void paint(const Picture& picture, double x, double y, double scale) const;
  content::Result<std::string> finish();

 private:
  void emoji(const Glyph& glyph, double x, double y);

  struct Release {
    void operator()(_cairo* context) const;
    void operator()(_cairo_surface* surface) const;
  };

  Size size_;
  std::string language_;
  std::string bytes_;  // lives longer than the surface that writes it
  std::unique_ptr<GlyphImages> images_;
  PaperFonts fonts_;
  std::unique_ptr<_cairo_surface, Release> surface_;
  std::unique_ptr<_cairo, Release> context_;
};

}  // namespace kiosk
