#include "kiosk/paper/pdf_document.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "kiosk/paper/text_runs.h"
#include "kiosk/platform/handle.h"

namespace kiosk {
namespace {

using Image = Handle<cairo_surface_t, cairo_surface_destroy>;
using Options = Handle<cairo_font_options_t, cairo_font_options_destroy>;

constexpr double pt_per_mm = 72 / 25.4;
constexpr std::uint32_t emoji_px = 109;  // the size that colour bitmaps are drawn in

cairo_status_t take(void* closure, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// Cairo 1.16 writes a structure but not that there is one, nor the language. The catalog is its
// last object, so that only the place of the table behind it moves.
bool complete_catalog(std::string& pdf, std::string_view language) {
  const auto catalog = pdf.rfind("<< /Type /Catalog");
  const auto end = pdf.find("\n>>\nendobj\nxref\n", catalog);
  const auto start = pdf.rfind("startxref\n");
  if (catalog == std::string::npos || end == std::string::npos || start == std::string::npos)
    return false;
  std::string more = "\n   /MarkInfo << /Marked true >>";
  if (!language.empty() && language.find_first_of("()\\") == std::string_view::npos)
    more += "\n   /Lang (" + std::string(language) + ")";
  const auto digits = start + std::string_view("startxref\n").size();
  const std::size_t table = std::strtoul(pdf.c_str() + digits, nullptr, 10);
  pdf.replace(digits, pdf.find('\n', digits) - digits, std::to_string(table + more.size()));
  pdf.insert(end, more);
  return true;
}

void trace(cairo_t* cairo, const VectorPath& path) {
  for (const auto& segment : path.segments()) {
    switch (segment.verb) {
      case VectorPath::Verb::Move:
        cairo_move_to(cairo, segment.end.x, segment.end.y);
        break;
      case VectorPath::Verb::Line:
        cairo_line_to(cairo, segment.end.x, segment.end.y);
        break;
      case VectorPath::Verb::Cubic:
        cairo_curve_to(cairo, segment.first.x, segment.first.y, segment.second.x, segment.second.y,
                       segment.end.x, segment.end.y);
        break;
      case VectorPath::Verb::Close:
        cairo_close_path(cairo);
        break;
    }
  }
}

}  // namespace

void PdfDocument::Release::operator()(_cairo* context) const {
  cairo_destroy(context);
}

void PdfDocument::Release::operator()(_cairo_surface* surface) const {
  cairo_surface_destroy(surface);
}

PdfDocument::PdfDocument(const PaperSize& paper, const PdfAbout& about,
                         const std::vector<FontFile>& files, std::unique_ptr<GlyphImages> images)
    : size_{static_cast<int>(std::lround(paper.width_mm * paper.px_per_mm)),
            static_cast<int>(std::lround(paper.height_mm * paper.px_per_mm))},
      language_(about.language),
      images_(std::move(images)),
      fonts_(files) {
  surface_.reset(cairo_pdf_surface_create_for_stream(take, &bytes_, paper.width_mm * pt_per_mm,
                                                     paper.height_mm * pt_per_mm));
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, about.title.c_str());
  const std::string date = content::to_iso(about.date) + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
  context_.reset(cairo_create(surface_.get()));
  const double scale = pt_per_mm / paper.px_per_mm;
  cairo_scale(cairo(), scale, scale);
  const Options options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cairo(), options.get());
}

void PdfDocument::use(Color color) const {
  cairo_set_source_rgba(cairo(), color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                        color.alpha / 255.0);
}

void PdfDocument::fill_path(const VectorPath& path, Color color) const {
  use(color);
  trace(cairo(), path);
  cairo_fill(cairo());
}

void PdfDocument::stroke_path(const VectorPath& path, double width, Color color) const {
  use(color);
  cairo_set_line_width(cairo(), width);
  trace(cairo(), path);
  cairo_stroke(cairo());
}

void PdfDocument::line(const Line& line, std::string_view text, double x, double y, Color color,
                       Color second) {
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters;
  for (const TextRun& run : text_runs(line, text)) {
    const Glyph& first = line.glyphs[run.first];
    if (fonts_.draws_pictures(first.font)) {
      for (std::size_t i = run.first; i < run.last; ++i)
        emoji(line.glyphs[i], x, y);
      continue;
    }
    glyphs.clear();
    clusters.clear();
    const auto place = [&](std::size_t i) {
      const Glyph& glyph = line.glyphs[i];
      return cairo_glyph_t{glyph.id, x + static_cast<double>(glyph.x),
                           y + static_cast<double>(glyph.y)};
    };
    std::size_t next = run.first;
    for (auto cluster = run.clusters.begin(); cluster != run.clusters.end(); ++cluster) {
      const std::size_t count = cluster->glyphs;
      clusters.push_back({static_cast<int>(cluster->bytes), std::max(static_cast<int>(count), 1)});
      for (std::size_t i = 0; i < count; ++i)
        glyphs.push_back(place(next++));
      if (count > 0)
        continue;
      // What has no glyph needs one to be found at: a space, which shows nothing, on the letter
      // behind its marks.
      std::size_t letter = next;
      for (auto other = cluster; other != run.clusters.end(); ++other) {
        if (other->bytes > 0 && other->glyphs > 0)
          break;
        letter += other->glyphs;
      }
      glyphs.push_back(place(std::min(letter, run.last - 1)));
      glyphs.back().index = fonts_.space(first.font);
    }
    use(first.color == 0 ? color : second);
    cairo_set_font_face(cairo(), fonts_.face(first.font));
    cairo_set_font_size(cairo(), static_cast<double>(first.size));
    cairo_show_text_glyphs(cairo(), run.text.data(), static_cast<int>(run.text.size()),
                           glyphs.data(), static_cast<int>(glyphs.size()), clusters.data(),
                           static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
  }
}

void PdfDocument::emoji(const Glyph& glyph, double x, double y) {
  const GlyphImage& image = images_->image({glyph.font, glyph.id, emoji_px * 64, 0, 0});
  const double scale = static_cast<double>(glyph.size) / emoji_px;
  const Picture& picture = image.picture;
  if (picture.width > 0)
    paint(picture, x + static_cast<double>(glyph.x) + picture.left * scale,
          y + static_cast<double>(glyph.y) + picture.top * scale, scale);
}

void PdfDocument::paint(const Picture& picture, double x, double y, double scale) const {
  // Cairo's ARGB32 is ours: machine order, colours multiplied by alpha. Rows are copied because
  // their stride is Cairo's business.
  const Image image(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width, picture.height));
  unsigned char* to = cairo_image_surface_get_data(image.get());
  if (to == nullptr)
    throw std::runtime_error("no memory for a picture");
  const int stride = cairo_image_surface_get_stride(image.get());
  for (int row = 0; row < picture.height; ++row) {
    const auto* from = picture.pixels.data() + std::ptrdiff_t{row} * picture.width;
    std::copy_n(reinterpret_cast<const unsigned char*>(from),
                static_cast<std::size_t>(picture.width) * sizeof *from,
                to + std::ptrdiff_t{row} * stride);
  }
  cairo_surface_mark_dirty(image.get());
  cairo_save(cairo());
  cairo_translate(cairo(), x, y);
  cairo_scale(cairo(), scale, scale);
  cairo_set_source_surface(cairo(), image.get(), 0, 0);
  cairo_paint(cairo());
  cairo_restore(cairo());
}

content::Result<std::string> PdfDocument::finish() {
  cairo_show_page(cairo());
  const cairo_status_t drawn = cairo_status(cairo());
  cairo_surface_finish(surface_.get());
  const cairo_status_t written = cairo_surface_status(surface_.get());
  for (const cairo_status_t status : {drawn, written})
    if (status != CAIRO_STATUS_SUCCESS)
      return content::Failure{
          content::Refusal::Unavailable,
          std::string("the PDF was not written: ") + cairo_status_to_string(status)};
  if (!complete_catalog(bytes_, language_))
    return content::Failure{content::Refusal::Unavailable, "this Cairo writes another catalog"};
  return std::move(bytes_);
}

}  // namespace kiosk
