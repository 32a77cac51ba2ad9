#include "kiosk/printing/sheet_pages.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk {
namespace {

bool is_heading(SheetKind kind) {
  return kind == SheetKind::Title || kind == SheetKind::Block || kind == SheetKind::Heading ||
         kind == SheetKind::Name;
}

bool is_head(SheetKind kind) {
  return kind == SheetKind::Notice || kind == SheetKind::Title || kind == SheetKind::Official;
}

TextStyle style_of(SheetKind kind, const SheetForm& form) {
  switch (kind) {
    case SheetKind::Title:
      return {.size = form.title * form.point, .weight = Weight::Bold, .line_height = 1.2F};
    case SheetKind::Block:
      return {.size = form.block * form.point, .weight = Weight::Bold, .line_height = 1.3F};
    case SheetKind::Value:
      return {.size = form.value * form.point, .weight = Weight::Bold, .line_height = 1.3F};
    case SheetKind::Heading:
    case SheetKind::Name:
      return {.size = form.text * form.point, .weight = Weight::Bold, .line_height = 1.5F};
    default:
      return {.size = form.text * form.point, .line_height = 1.5F};
  }
}

// Above a piece, where it does not stand at the top of a page.
int gap_above(SheetKind kind, SheetKind before, bool begun) {
  if (!begun)
    return kind == SheetKind::Block ? 90 : 14;
  switch (kind) {
    case SheetKind::Block:
      return 80;
    case SheetKind::Heading:
    case SheetKind::Name:
      return before == SheetKind::Block ? 6 : 40;
    case SheetKind::Text:
      return is_heading(before) || before == SheetKind::Value || before == SheetKind::Code ? 6 : 16;
    case SheetKind::Line:
    case SheetKind::Under:
      return 0;
    case SheetKind::Step:
      return 24;
    case SheetKind::Code:
      return 20;
    default:
      return 10;
  }
}

// From the start of the column to the words.
int room_of_mark(const SheetPiece& piece, const SheetForm& form) {
  const int em = static_cast<int>(form.text * form.point);
  const int level = (piece.level - 1) * em;
  switch (piece.kind) {
    case SheetKind::Item:
      return level + em * 4 / 5;
    case SheetKind::Tick:
    case SheetKind::Under:
      return level + em * 3 / 2;
    case SheetKind::Step:
      return em * (piece.ordinal > 9 ? 9 : 6) / 5;
    case SheetKind::Notice:
      return em * 2;
    default:
      return 0;
  }
}

class Pages final {
 public:
  Pages(const std::vector<SheetPiece>& pieces, const SheetForm& form, Direction page,
        int code_height, TextEngine& text)
      : pieces_(pieces),
        form_(form),
        page_(page),
        code_height_(code_height),
        text_(text),
        bottom_(form.top) {
    pages_.emplace_back();
  }

  void set(std::size_t index) {
    const SheetPiece& piece = pieces_[index];
    begun_ = begun_ || piece.kind == SheetKind::Block;
    SheetPart part = measured(index);
    int gap = gap_of(index);
    if (bottom_ + gap + needed(index, part) > form_.bottom)
      gap = next_page();
    // What is left of it fits on no page: cut between lines.
    while (bottom_ + gap + part.place.height > form_.bottom && part.words.lines.size() > 1) {
      const std::size_t lines = lines_in(part.words, form_.bottom - bottom_ - gap);
      SheetPart first = part;
      first.words = slice(part.words, 0, lines);
      first.place.height = height_of(first.words);
      put(std::move(first), gap);
      part.words = slice(part.words, lines, part.words.lines.size());
      part.place.height = height_of(part.words);
      part.begins = false;
      gap = next_page();
    }
    put(std::move(part), gap);
  }

  std::vector<SheetPage> take() { return std::move(pages_); }

 private:
  static int height_of(const Paragraph& words) { return static_cast<int>(std::ceil(words.height)); }

  int gap_of(std::size_t index) const {
    if (pages_.back().parts.empty())
      return 0;
    return gap_above(pieces_[index].kind, pieces_[index - 1].kind, begun_);
  }

  SheetPart measured(std::size_t index) {
    const SheetPiece& piece = pieces_[index];
    const int start = form_.margin + (begun_ && !is_head(piece.kind) ? form_.indent : 0) +
                      room_of_mark(piece, form_);
    const int end = piece.kind == SheetKind::Notice ? 30 : 0;
    SheetPart part{.piece = index};
    part.place = {start, 0, form_.margin + form_.width() - end - start, 0};
    if (piece.kind == SheetKind::Code) {
      part.place.width = part.place.height = code_height_;
      return part;
    }
    part.words = sheet_words(piece, form_, page_, part.place.width, text_);
    part.place.height = height_of(part.words);
    return part;
  }

  // What must stand together: two lines at least, a short piece whole, a heading with what follows.
  int needed(std::size_t index, const SheetPart& part) {
    const auto& lines = part.words.lines;
    int height = part.place.height;
    if (lines.size() > 3)
      height = static_cast<int>(std::ceil(lines[1].top + lines[1].height));
    if (index + 1 >= pieces_.size())
      return height;
    const SheetKind next = pieces_[index + 1].kind;
    const bool holds = is_heading(pieces_[index].kind) || next == SheetKind::Code ||
                       next == SheetKind::Line || next == SheetKind::Under;  // are one
    if (!holds || next == SheetKind::Block)
      return height;
    return part.place.height + gap_above(next, pieces_[index].kind, begun_) +
           needed(index + 1, measured(index + 1));
  }

  // As many as fit, and not one alone before or after; one at least.
  static std::size_t lines_in(const Paragraph& words, int room) {
    std::size_t count = 1;
    while (count + 1 < words.lines.size() &&
           words.lines[count].top + words.lines[count].height <= static_cast<float>(room))
      ++count;
    if (count + 1 == words.lines.size() && count > 2)
      --count;
    return count;
  }

  int next_page() {
    if (!pages_.back().parts.empty())
      pages_.emplace_back();
    bottom_ = form_.top;
    return 0;
  }

  void put(SheetPart part, int gap) {
    part.place.y = bottom_ + gap;
    bottom_ = part.place.bottom();
    if (pieces_[part.piece].kind == SheetKind::Notice)
      bottom_ += 30;  // its ground
    pages_.back().parts.push_back(std::move(part));
  }

  const std::vector<SheetPiece>& pieces_;
  const SheetForm& form_;
  Direction page_;
  int code_height_;
  TextEngine& text_;
  std::vector<SheetPage> pages_;
  int bottom_;
  bool begun_ = false;  // the path
};

}  // namespace

SheetForm sheet_form(SheetPaper paper) {
  if (paper == SheetPaper::Receipt)
    return {.paper = {80, 297, 10},
            .margin = 40,
            .top = 40,
            .bottom = 2970 - 40,
            .indent = 0,
            .text = 11,
            .title = 16,
            .block = 13,
            .value = 15};
  return {.paper = {210, 297, 10}, .margin = 180, .top = 170, .bottom = 2970 - 130, .indent = 140};
}

Paragraph sheet_words(const SheetPiece& piece, const SheetForm& form, Direction page, int width,
                      TextEngine& text, Alignment alignment) {
  ParagraphRequest request{.text = piece.words.text,
                           .language = piece.language,
                           .alignment = alignment,
                           .style = style_of(piece.kind, form),
                           .ranges = piece.words.ranges,
                           .width = static_cast<float>(width)};
  Paragraph words = text.layout(request);
  if (words.direction == page)
    return words;
  request.alignment = alignment == Alignment::Start ? Alignment::End : Alignment::Start;
  return text.layout(request);
}

std::vector<SheetPage> sheet_pages(const std::vector<SheetPiece>& pieces, const SheetForm& form,
                                   Direction page, int code_height, TextEngine& text) {
  Pages pages(pieces, form, page, code_height, text);
  for (std::size_t i = 0; i < pieces.size(); ++i)
    pages.set(i);
  return pages.take();
}

}  // namespace kiosk
