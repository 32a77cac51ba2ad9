// A sheet's pieces on paper: how large each kind of words is, and what stands where on which page.
// Lengths are tenths of a millimetre, from the start edge of the paper, whichever side that is.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/paper/pdf_canvas.h"
#include "kiosk/printing/sheet_text.h"

namespace kiosk {

enum class SheetPaper : std::uint8_t { A4, Receipt };

// The measures of one paper.
struct SheetForm {
  PaperSize paper;
  int margin = 0;  // at start and end
  int top = 0;
  int bottom = 0;  // where the words end; the foot stands below
  int indent = 0;  // room for the path at the start edge; 0: there is no path
  float point = 3.528F;
  float text = 14;  // points, of the words
  float title = 26;
  float block = 17;
  float value = 20;

  int page_width() const { return static_cast<int>(paper.width_mm * paper.px_per_mm); }
  int page_height() const { return static_cast<int>(paper.height_mm * paper.px_per_mm); }
  int width() const { return page_width() - 2 * margin; }
};
SheetForm sheet_form(SheetPaper paper);

struct SheetPart {
  std::size_t piece = 0;  // which of them
  bool begins = true;     // else the page before has its first lines and its mark
  Rect place;             // of the words; of a code, the code's
  Paragraph words;
};

struct SheetPage {
  std::vector<SheetPart> parts;
};

std::vector<SheetPage> sheet_pages(const std::vector<SheetPiece>& pieces, const SheetForm& form,
                                   Direction page, int code_height, TextEngine& text);
// Words in a column, on the page's own side whichever way they run.
Paragraph sheet_words(const SheetPiece& piece, const SheetForm& form, Direction page, int width,
                      TextEngine& text, Alignment alignment = Alignment::Start);

}  // namespace kiosk
