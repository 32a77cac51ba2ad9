// The canvas that is printed: the same verbs and the same lines as the screen, onto pages of a PDF.
// Its one rule: what is seen can be read. Text is selectable in reading order, also right to left,
// and stands in a structure of headings, lists and paragraphs.
// Lengths are the canvas's pixels, `px_per_mm` of them a millimetre, so that screens' measures and
// whole-number rectangles serve for paper too. Emoji are pictures. Same calls, same bytes: the
// date is an argument.
// Thread-confined. Linked by who prints, not by who only shows.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"
#include "content-engine/model/result.h"
#include "kiosk/canvas/canvas.h"

namespace kiosk {

class PdfDocument;

struct PaperSize {
  double width_mm = 210;
  double height_mm = 297;
  double px_per_mm = 10;

  bool operator==(const PaperSize&) const = default;
};

// What the file says about itself; nothing about who printed it.
struct PdfAbout {
  std::string title;
  std::string language;  // BCP 47, of most of it: what it is read out in
  content::Date date;

  bool operator==(const PdfAbout&) const = default;
};

// What a piece of a page is to a program that reads it out.
enum class PdfRole : std::uint8_t {
  Section,
  Heading,
  Subheading,
  Paragraph,
  List,
  ListItem,
  Table,
  TableRow,
  TableCell,
  Figure,
};

class PdfCanvas final : public Canvas {
 public:
  // NotFound, Malformed: names the font file. Invalid: a size no paper has.
  // `fonts` as TextEngine::fonts() names them: the ids of its paragraphs are the indices here.
  static content::Result<std::unique_ptr<PdfCanvas>> open(const PaperSize& paper,
                                                          const PdfAbout& about,
                                                          const std::vector<FontFile>& fonts);
  ~PdfCanvas() override;

  // One page, in pixels.
  Size size() const override;
  // Roles nest; the text and pictures between begin and end belong to it. Text outside of Heading,
  // Subheading, Paragraph, ListItem and TableCell is a paragraph of its own. Throws when begin and
  // end do not match, at finish() at the latest.
  void begin(PdfRole role);
  void end();
  // What is drawn until the matching end() leads to `uri`; for http, https, mailto and tel.
  void begin_link(std::string_view uri);
  // What is drawn next goes to a new page. Roles may stay open; clips may not.
  void next_page();

  void push_clip(const Rect& rect) override;
  void pop_clip() override;
  void fill(const Rect& rect, Color color) override;
  void fill_rounded(const Rect& rect, int radius, Color color) override;
  void stroke_rounded(const Rect& rect, int radius, int stroke, Color color) override;
  void fill_circle(float center_x, float center_y, float radius, Color color) override;
  void stroke_circle(float center_x, float center_y, float radius, float stroke,
                     Color color) override;
  void text(const Paragraph& paragraph, float x, float y, Color color, Color second) override;
  void pictogram(std::string_view name, const Rect& rect, Color color, Mirror mirror) override;
  // What cannot be decoded leaves its place empty: its alternative text stands beside it.
  void picture(std::string_view media_type, std::string_view bytes, const Rect& rect) override;

  // The file. Nothing can be drawn after it. Unavailable: the writer ran out of something.
  content::Result<std::string> finish();

 private:
  explicit PdfCanvas(std::unique_ptr<PdfDocument> document);

  std::unique_ptr<PdfDocument> document_;
  std::vector<std::optional<PdfRole>> open_;  // nothing: a link
  int clips_ = 0;
};

}  // namespace kiosk
