#include "kiosk/paper/pdf_canvas.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "kiosk/canvas/pictograms.h"
#include "kiosk/canvas/png_file.h"
#include "kiosk/paper/pdf_document.h"

namespace kiosk {
namespace {

constexpr double largest_mm = 5000;

// ISO 32000-1, 14.8.4. An item's words stand in its body.
struct Tags {
  PdfRole role;
  bool holds_text;
  const char* outer;
  const char* inner;  // or nullptr
};
constexpr std::array<Tags, 10> tags{{{PdfRole::Section, false, "Sect", nullptr},
                                     {PdfRole::Heading, true, "H1", nullptr},
                                     {PdfRole::Subheading, true, "H2", nullptr},
                                     {PdfRole::Paragraph, true, "P", nullptr},
                                     {PdfRole::List, false, "L", nullptr},
                                     {PdfRole::ListItem, true, "LI", "LBody"},
                                     {PdfRole::Table, false, "Table", nullptr},
                                     {PdfRole::TableRow, false, "TR", nullptr},
                                     {PdfRole::TableCell, true, "TD", nullptr},
                                     {PdfRole::Figure, false, "Figure", nullptr}}};

const Tags& tags_of(PdfRole role) {
  return *std::find_if(tags.begin(), tags.end(), [role](const Tags& t) { return t.role == role; });
}

std::string quoted(std::string_view uri) {
  std::string out = "'";
  for (const char c : uri) {
    if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F)
      throw std::invalid_argument("a link with a space or a control character");
    if (c == '\'' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + "'";
}

}  // namespace

content::Result<std::unique_ptr<PdfCanvas>> PdfCanvas::open(const PaperSize& paper,
                                                            const PdfAbout& about,
                                                            const std::vector<FontFile>& fonts) {
  const auto sensible = [](double mm) { return mm >= 10 && mm <= largest_mm; };
  if (!sensible(paper.width_mm) || !sensible(paper.height_mm) ||
      !(paper.px_per_mm >= 0.5 && paper.px_per_mm <= 100)) {
    return content::Failure{content::Refusal::Invalid, "a size that no paper has"};
  }
  auto images = GlyphImages::open(fonts);
  if (!images) {
    return images.failure();
  }
  return std::unique_ptr<PdfCanvas>(
      new PdfCanvas(std::make_unique<PdfDocument>(paper, about, fonts, std::move(*images))));
}

PdfCanvas::PdfCanvas(std::unique_ptr<PdfDocument> document) : document_(std::move(document)) {}
PdfCanvas::~PdfCanvas() = default;

Size PdfCanvas::size() const {
  return document_->size();
}

void PdfCanvas::begin(PdfRole role) {
  const Tags& names = tags_of(role);
  cairo_tag_begin(document_->cairo(), names.outer, nullptr);
  if (names.inner != nullptr)
    cairo_tag_begin(document_->cairo(), names.inner, nullptr);
  open_.emplace_back(role);
}

void PdfCanvas::begin_link(std::string_view uri) {
  const bool known = uri.starts_with("http://") || uri.starts_with("https://") ||
                     uri.starts_with("mailto:") || uri.starts_with("tel:");
  if (!known || std::count(open_.begin(), open_.end(), std::nullopt) > 0)
    throw std::invalid_argument("a link inside a link, or to nowhere");
  cairo_tag_begin(document_->cairo(), CAIRO_TAG_LINK, ("uri=" + quoted(uri)).c_str());
  open_.emplace_back(std::nullopt);
}

void PdfCanvas::end() {
  if (open_.empty())
    throw std::logic_error("end without begin");
  const std::optional<PdfRole> role = open_.back();
  open_.pop_back();
  if (!role) {
    cairo_tag_end(document_->cairo(), CAIRO_TAG_LINK);
    return;
  }
  const Tags& names = tags_of(*role);
  if (names.inner != nullptr)
    cairo_tag_end(document_->cairo(), names.inner);
  cairo_tag_end(document_->cairo(), names.outer);
}

void PdfCanvas::next_page() {
  if (clips_ > 0)
    throw std::logic_error("a page ends inside a clip");
  cairo_show_page(document_->cairo());
}

void PdfCanvas::push_clip(const Rect& rect) {
  cairo_save(document_->cairo());
  cairo_rectangle(document_->cairo(), rect.x, rect.y, std::max(rect.width, 0),
                  std::max(rect.height, 0));
  cairo_clip(document_->cairo());
  ++clips_;
}

void PdfCanvas::pop_clip() {
  if (clips_ == 0)
    throw std::logic_error("pop_clip without push_clip");
  --clips_;
  cairo_restore(document_->cairo());
}

void PdfCanvas::fill(const Rect& rect, Color color) {
  document_->use(color);
  cairo_rectangle(document_->cairo(), rect.x, rect.y, std::max(rect.width, 0),
                  std::max(rect.height, 0));
  cairo_fill(document_->cairo());
}

void PdfCanvas::fill_rounded(const Rect& rect, int radius, Color color) {
  if (rect.width > 0 && rect.height > 0)
    document_->fill_path(rounded_rect_path(rect.x, rect.y, rect.width, rect.height, radius), color);
}

void PdfCanvas::stroke_rounded(const Rect& rect, int radius, int stroke, Color color) {
  const double width = std::min({stroke, rect.width, rect.height});
  if (width > 0)
    document_->stroke_path(
        rounded_rect_path(rect.x + width / 2, rect.y + width / 2, rect.width - width,
                          rect.height - width, std::max(radius - width / 2, 0.0)),
        width, color);
}

void PdfCanvas::fill_circle(float center_x, float center_y, float radius, Color color) {
  if (radius > 0)
    document_->fill_path(circle_path({center_x, center_y}, radius), color);
}

void PdfCanvas::stroke_circle(float center_x, float center_y, float radius, float stroke,
                              Color color) {
  const double width = std::min(stroke, radius);
  if (width > 0)
    document_->stroke_path(circle_path({center_x, center_y}, radius - width / 2), width, color);
}

void PdfCanvas::text(const Paragraph& paragraph, float x, float y, Color color, Color second) {
  const bool alone = std::none_of(open_.begin(), open_.end(), [](const auto& role) {
    return role && tags_of(*role).holds_text;
  });
  if (alone)
    cairo_tag_begin(document_->cairo(), "P", nullptr);
  for (const Line& line : paragraph.lines)
    document_->line(line, paragraph.text, static_cast<double>(x), static_cast<double>(y), color,
                    second);
  if (alone)
    cairo_tag_end(document_->cairo(), "P");
}

void PdfCanvas::pictogram(std::string_view name, const Rect& rect, Color color, Mirror mirror) {
  const auto files = pictogram_files();
  const auto file = std::find_if(files.begin(), files.end(),
                                 [name](const PictogramFile& f) { return f.name == name; });
  if (file == files.end() || rect.width <= 0)
    return;
  const auto drawing = parse_drawing(file->svg);
  if (!drawing)
    throw std::logic_error(std::string(name) + ": " + drawing.failure().message);
  cairo_t* const cairo = document_->cairo();
  cairo_save(cairo);
  const double scale = rect.width / drawing->side;
  cairo_translate(cairo, mirror == Mirror::Yes ? rect.right() : rect.x, rect.y);
  cairo_scale(cairo, mirror == Mirror::Yes ? -scale : scale, scale);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  for (const Shape& shape : drawing->shapes) {
    cairo_set_fill_rule(cairo, shape.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    if (shape.filled)
      document_->fill_path(shape.path, color);
    if (shape.stroke > 0)
      document_->stroke_path(shape.path, shape.stroke, color);
  }
  cairo_restore(cairo);
}

void PdfCanvas::picture(std::string_view media_type, std::string_view bytes, const Rect& rect) {
  if (media_type != "image/png" || rect.width <= 0 || rect.height <= 0)
    return;
  const auto decoded = decode_png(bytes);
  if (!decoded || decoded->width <= 0 || decoded->height <= 0)
    return;
  const double scale = std::min(static_cast<double>(rect.width) / decoded->width,
                                static_cast<double>(rect.height) / decoded->height);
  document_->paint(*decoded, rect.x + (rect.width - decoded->width * scale) / 2,
                   rect.y + (rect.height - decoded->height * scale) / 2, scale);
}

content::Result<std::string> PdfCanvas::finish() {
  if (!open_.empty() || clips_ > 0)
    throw std::logic_error("a page's role, link or clip was not ended");
  return document_->finish();
}

}  // namespace kiosk
