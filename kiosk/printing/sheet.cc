#include "kiosk/printing/sheet.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "kiosk/canvas/pictograms.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/qr_code.h"

namespace kiosk {
namespace {

constexpr int node = 96;       // across; the circle of a stop
constexpr int line_width = 7;  // of the path

bool in_list(SheetKind kind) {
  return kind == SheetKind::Item || kind == SheetKind::Tick || kind == SheetKind::Under ||
         kind == SheetKind::Step;
}

PdfRole role_of(SheetKind kind) {
  switch (kind) {
    case SheetKind::Title:
      return PdfRole::Heading;
    case SheetKind::Block:
    case SheetKind::Heading:
      return PdfRole::Subheading;
    case SheetKind::Item:
    case SheetKind::Tick:
    case SheetKind::Under:
    case SheetKind::Step:
      return PdfRole::ListItem;
    case SheetKind::Code:
      return PdfRole::Figure;
    default:
      return PdfRole::Paragraph;
  }
}

class PrintedSheet final {
 public:
  PrintedSheet(const Frame& frame, const SheetForm& form, const std::vector<SheetPiece>& pieces,
               const std::optional<Box>& code, PdfCanvas& canvas, TextEngine& text)
      : frame_(frame), form_(form), pieces_(pieces), code_(code), canvas_(canvas), text_(text) {}

  void draw(const std::vector<SheetPage>& pages, FamilyColors family) {
    family_ = family;
    canvas_.begin(PdfRole::Section);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (i > 0)
        canvas_.next_page();
      draw_path(pages[i], i + 1 == pages.size());
      draw_parts(pages[i]);
      draw_foot(static_cast<long>(i + 1), static_cast<long>(pages.size()));
    }
    canvas_.end();
  }

 private:
  bool from_right() const { return frame_.direction() == Direction::RightToLeft; }
  int left(int start, int width) const {
    return from_right() ? form_.page_width() - start - width : start;
  }
  Rect placed(const Rect& at) const { return {left(at.x, at.width), at.y, at.width, at.height}; }
  int center_of_first_line(const SheetPart& part) const {
    return part.place.y +
           (part.words.lines.empty() ? 0 : static_cast<int>(part.words.lines.front().height / 2));
  }

  // The line of a path runs along the start edge, from stop to stop; three dots where it goes on,
  // an open ring at its end.
  void draw_path(const SheetPage& page, bool last) {
    if (form_.indent == 0 || page.parts.empty())
      return;
    const int middle = left(form_.margin + node / 2, 0);
    int top = begun_ ? form_.top : -1;
    for (const SheetPart& part : page.parts)
      if (top < 0 && pieces_[part.piece].kind == SheetKind::Block)
        top = center_of_first_line(part);
    if (top < 0)
      return;
    begun_ = true;
    const int bottom = page.parts.back().place.bottom();
    canvas_.fill({middle - line_width / 2, top, line_width, bottom - top - 30}, family_.fill);
    if (last) {
      canvas_.stroke_circle(static_cast<float>(middle), static_cast<float>(bottom - 14), 16,
                            line_width, family_.fill);
      return;
    }
    for (int dot = 0; dot < 3; ++dot)
      canvas_.fill_circle(static_cast<float>(middle), static_cast<float>(bottom - 12 + dot * 24), 5,
                          family_.fill);
  }

  void draw_parts(const SheetPage& page) {
    bool list = false;
    for (const SheetPart& part : page.parts) {
      const SheetPiece& piece = pieces_[part.piece];
      if (in_list(piece.kind) != list) {
        list = !list;
        if (list)
          canvas_.begin(PdfRole::List);
        else
          canvas_.end();
      }
      canvas_.begin(role_of(piece.kind));
      if (part.begins)
        draw_mark(piece, part);
      if (!piece.link.empty())
        canvas_.begin_link(piece.link);
      if (piece.kind == SheetKind::Code)
        draw_code(part);
      else
        write(part.words, part.place.x, part.place.y, part.place.width, color_of(piece.kind));
      if (!piece.link.empty())
        canvas_.end();
      canvas_.end();
    }
    if (list)
      canvas_.end();
  }

  Color color_of(SheetKind kind) const {
    const Palette& colors = frame_.colors();
    return kind == SheetKind::Notice ? colors.on_notice
           : kind == SheetKind::Official || kind == SheetKind::Quiet || kind == SheetKind::Under
               ? colors.ink_soft
               : colors.ink;
  }

  void write(const Paragraph& words, int start, int top, int width, Color color) {
    canvas_.text(words, static_cast<float>(left(start, width)), static_cast<float>(top), color,
                 family_.fill);
  }

  void draw_mark(const SheetPiece& piece, const SheetPart& part) {
    const int em = static_cast<int>(form_.text * form_.point);
    const int middle = center_of_first_line(part);
    switch (piece.kind) {
      case SheetKind::Block:
        draw_node(piece, part, middle);
        break;
      case SheetKind::Notice: {
        const Rect ground{form_.margin, part.place.y - 14, form_.width(), part.place.height + 28};
        canvas_.fill_rounded(placed(ground), 30, frame_.colors().notice);
        draw_pictogram(piece.drawing, placed({form_.margin + em / 2, middle - em / 2, em, em}),
                       frame_.colors().on_notice);
        break;
      }
      case SheetKind::Item:
        canvas_.fill_circle(static_cast<float>(left(part.place.x - em / 2, 0)),
                            static_cast<float>(middle), static_cast<float>(em) / 9, family_.fill);
        break;
      case SheetKind::Tick: {
        const int side = em * 19 / 20;
        canvas_.stroke_rounded(placed({part.place.x - em * 7 / 5, middle - side / 2, side, side}),
                               6, 4, frame_.colors().ink);
        break;
      }
      case SheetKind::Step: {
        const SheetPiece number{
            .kind = SheetKind::Name, .words = {std::to_string(piece.ordinal)}, .language = "de"};
        const int room = em * (piece.ordinal > 9 ? 9 : 6) / 5;
        const Paragraph digits = sheet_words(number, form_, frame_.direction(), room, text_);
        const float down = part.words.lines.front().baseline - digits.lines.front().baseline;
        write(digits, part.place.x - room, part.place.y + static_cast<int>(std::lround(down)), room,
              family_.fill);
        break;
      }
      default:
        break;
    }
  }

  void draw_node(const SheetPiece& piece, const SheetPart& part, int middle) {
    if (form_.indent == 0) {
      canvas_.fill(placed({form_.margin, part.place.y - 18, form_.width(), 4}), family_.fill);
      return;
    }
    const int center = left(form_.margin + node / 2, 0);
    const bool drawn = has_pictogram(piece.drawing);
    const float radius = drawn ? static_cast<float>(node) / 2 : 20.0F;
    canvas_.fill_circle(static_cast<float>(center), static_cast<float>(middle), radius,
                        family_.fill);
    if (!drawn)
      return;
    constexpr int side = node * 5 / 8;
    draw_pictogram(piece.drawing, {center - side / 2, middle - side / 2, side, side}, family_.on);
  }

  void draw_pictogram(const std::string& name, const Rect& at, Color color) {
    Box box;
    box.paint.pictogram = name;
    if (from_right())
      box = mirrored(std::move(box), 0);
    canvas_.pictogram(name, at, color, box.paint.mirror);
  }

  void draw_code(const SheetPart& part) {
    if (!code_ || code_->paint.cells.empty())
      return;
    // Its quiet zone lies outside of the column, so that it stands under the words.
    Rect at = placed(part.place);
    const int quiet = code_->paint.cells.front().x;
    at.x += from_right() ? quiet : -quiet;
    for (const Rect& cell : code_->paint.cells)
      canvas_.fill({at.x + cell.x, at.y + cell.y, cell.width, cell.height}, {0, 0, 0});
  }

  void draw_foot(long page, long pages) {
    const bool narrow = form_.indent == 0;
    const InterfaceWords& words = frame_.words();
    const int width = form_.width();
    const int edition_width = narrow ? width : width * 3 / 4;
    SheetPiece piece{
        .kind = SheetKind::Quiet, .words = {sheet_foot(frame_)}, .language = frame_.language().tag};
    const Paragraph edition = sheet_words(piece, form_, frame_.direction(), edition_width, text_);
    piece.words = {words("page.of", {number("page", page), number("pages", pages)})};
    const int number_width = narrow ? width : width - edition_width;
    const Paragraph numbers = sheet_words(piece, form_, frame_.direction(), number_width, text_,
                                          narrow ? Alignment::Start : Alignment::End);
    const int top = form_.bottom + 40;
    if (!narrow)
      canvas_.fill({form_.margin, top - 14, width, 2}, frame_.colors().hairline);
    const Color color = frame_.colors().ink_soft;
    write(edition, form_.margin, top, edition_width, color);
    write(numbers, form_.margin + width - number_width,
          narrow ? top + static_cast<int>(std::ceil(edition.height)) : top, number_width, color);
  }

  const Frame& frame_;
  const SheetForm& form_;
  const std::vector<SheetPiece>& pieces_;
  const std::optional<Box>& code_;
  PdfCanvas& canvas_;
  TextEngine& text_;
  FamilyColors family_{};
  bool begun_ = false;  // the path
};

// How much the foot takes of every page's height, whatever page it is.
int foot_height(const Frame& frame, const SheetForm& form, TextEngine& text) {
  const bool narrow = form.indent == 0;
  SheetPiece piece{
      .kind = SheetKind::Quiet, .words = {sheet_foot(frame)}, .language = frame.language().tag};
  const auto height = [&](int width) {
    return static_cast<int>(
        std::ceil(sheet_words(piece, form, frame.direction(), width, text).height));
  };
  const int edition = height(narrow ? form.width() : form.width() * 3 / 4);
  piece.words = {frame.words()("page.of", {number("page", 88), number("pages", 88)})};
  const int numbers = height(narrow ? form.width() : form.width() - form.width() * 3 / 4);
  return 40 + (narrow ? edition + numbers : std::max(edition, numbers));
}

}  // namespace

content::Result<std::string> make_sheet(const SheetOrder& order, const content::Library& library,
                                        const Moment& moment, TextEngine& text) {
  const auto page = library.page(order.topic, order.language, moment.today);
  if (!page)
    return page.failure();
  SheetForm form = sheet_form(order.paper);
  const Panel panel{.size = {form.page_width(), form.page_height()},
                    .px_per_mm = form.paper.px_per_mm};
  Session reader;
  reader.language = page->language;
  const Frame frame(reader, library, moment, panel, text);
  form.bottom -= foot_height(frame, form, text);
  const std::vector<SheetPiece> pieces = sheet_text(frame, *page);
  std::optional<Box> code;
  for (const SheetPiece& piece : pieces)
    if (piece.kind == SheetKind::Code)
      code = qr_code(frame.look(), "qr:web", piece.link, panel.px(48));
  const std::vector<SheetPage> pages =
      sheet_pages(pieces, form, frame.direction(), code ? code->rect.height : 0, text);
  auto canvas = PdfCanvas::open(form.paper, {page->title, page->language, library.town().edition},
                                text.fonts());
  if (!canvas)
    return canvas.failure();
  PrintedSheet(frame, form, pieces, code, **canvas, text)
      .draw(pages, family_colors(frame.colors(), page->family));
  return (*canvas)->finish();
}

}  // namespace kiosk
