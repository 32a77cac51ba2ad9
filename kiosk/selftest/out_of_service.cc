#include "kiosk/selftest/out_of_service.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "kiosk/canvas/pictograms.h"
#include "kiosk/selftest/embedded.h"
#include "kiosk/selftest/lettering.h"
#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

// Everything here is measured on the look's 22" page and scaled to whatever page there is: this
// screen must fit, and nothing on it is touched.
struct Sheet {
  Surface& page;
  const Lettering* lettering;  // null: no letters today
  double scale;

  int px(double units) const { return static_cast<int>(units * scale + 0.5); }
};

const Palette& colors() {
  return palette(Theme::Light);
}

Lettering::Style style(const Sheet& sheet, Cut cut, int size, double leading, Color color) {
  return {cut, sheet.px(size), sheet.px(leading), color};
}

int write(const Sheet& sheet, std::string_view text, const Lettering::Style& style, int left,
          int top) {
  if (sheet.lettering == nullptr)
    return top + style.leading;
  return sheet.lettering->draw(sheet.page, text, style, left, top);
}

int width(const Sheet& sheet, std::string_view text, const Lettering::Style& style) {
  return sheet.lettering == nullptr ? 0 : sheet.lettering->width(text, style);
}

// A box filter would be lost on a line drawn at its own size, which is nearly always; the nearest
// pixel is legible on every other page.
Mask scaled(const EmbeddedLine& line, const Sheet& sheet) {
  Mask mask{.width = std::max(1, sheet.px(line.width)),
            .height = std::max(1, sheet.px(line.height))};
  for (int y = 0; y < mask.height; ++y)
    for (int x = 0; x < mask.width; ++x) {
      const int from_x = std::min(line.width - 1, x * line.width / mask.width);
      const int from_y = std::min(line.height - 1, y * line.height / mask.height);
      mask.coverage.push_back(line.coverage[from_y * line.width + from_x]);
    }
  return mask;
}

// One line of a language; a picture stands at the other edge, where its script begins.
int language_line(const Sheet& sheet, std::string_view words, const EmbeddedLine& picture,
                  const Lettering::Style& style, const Rect& column, int top) {
  if (picture.width == 0)
    return write(sheet, words, style, column.x, top);
  const Mask mask = scaled(picture, sheet);
  sheet.page.blend(mask, column.right() - mask.width, top, style.color);
  return top + mask.height;
}

void head(const Sheet& sheet, const Notice& notice) {
  Pictograms pictograms;
  const int margin = sheet.px(48);
  const int side = sheet.px(48);
  const int top = sheet.px(28);
  sheet.page.blend(pictograms.mask("steps", side, Mirror::No), margin, top, colors().action);
  const auto name = style(sheet, Cut::SemiBold, 41, 56, colors().ink);
  write(sheet, notice.town, name, margin + side + sheet.px(16), top - sheet.px(4));
  std::array<char, 8> clock{};
  std::snprintf(clock.data(), clock.size(), "%02d:%02d", notice.hour % 100, notice.minute % 100);
  const auto time = style(sheet, Cut::Regular, 41, 56, colors().ink_soft);
  const int right = sheet.page.size().width - margin;
  write(sheet, clock.data(), time, right - width(sheet, clock.data(), time), top - sheet.px(4));
}

// Returns the bottom.
int first_language(const Sheet& sheet, const EmbeddedLanguage& language, const Rect& column) {
  int y = write(sheet, language.title, style(sheet, Cut::Bold, 108, 130, colors().ink), column.x,
                column.y);
  y += sheet.px(12);
  return write(sheet, language.text, style(sheet, Cut::Regular, 48, 65, colors().ink), column.x, y);
}

void other_languages(const Sheet& sheet, const Rect& column, int top, double padding) {
  for (const EmbeddedLanguage& language : embedded_languages().subspan(1)) {
    sheet.page.fill({column.x, top, column.width, std::max(1, sheet.px(2))}, colors().hairline);
    top += sheet.px(2 + padding);
    top = language_line(sheet, language.title, language.title_picture,
                        style(sheet, Cut::SemiBold, 48, 64, colors().ink), column, top);
    top = language_line(sheet, language.text, language.text_picture,
                        style(sheet, Cut::Regular, 41, 55, colors().ink_soft), column, top);
    top += sheet.px(padding);
  }
}

void number_panel(const Sheet& sheet, const Rect& panel, std::string_view number,
                  std::string_view words) {
  sheet.page.fill_rounded(panel, sheet.px(12), colors().sunk);
  const auto large = style(sheet, Cut::Bold, 108, 130, colors().alarm);
  const int middle = panel.y + panel.height / 2;
  const int left = panel.x + sheet.px(32);
  write(sheet, number, large, left, middle - large.leading / 2);
  const auto small = style(sheet, Cut::SemiBold, 41, 51, colors().ink);
  const int lines = 1 + static_cast<int>(std::count(words.begin(), words.end(), '\n'));
  write(sheet, words, small, left + width(sheet, number, large) + sheet.px(28),
        middle - lines * small.leading / 2);
}

// The two numbers and, below them, the line for the telephone; ends at the page's lower margin.
void foot(const Sheet& sheet, const Notice& notice, const Rect& column) {
  const auto small = style(sheet, Cut::Regular, 41, 56, colors().ink_soft);
  const int line = sheet.page.size().height - sheet.px(48) - small.leading;
  const EmbeddedWords& words = embedded_words();
  const std::string phone = std::string(words.phone) + " " + notice.phone;
  const std::string terminal =
      std::string(words.terminal) + " " + notice.terminal + " · " + notice.code;
  write(sheet, phone, small, column.x, line);
  write(sheet, terminal, small, column.right() - width(sheet, terminal, small), line);
  const int gap = sheet.px(20);
  const int half = (column.width - gap) / 2;
  const Rect fire{column.x, line - sheet.px(30) - sheet.px(170), half, sheet.px(170)};
  number_panel(sheet, fire, "112", words.fire);
  number_panel(sheet, {fire.x + half + gap, fire.y, half, fire.height}, "110", words.police);
}

}  // namespace

content::Result<content::Done> draw_out_of_service(const Notice& notice, Surface& page) {
  const Size size = page.size();
  const bool portrait = size.height >= size.width;
  const double width_units = portrait ? 1080 : 1920;
  const double height_units = portrait ? 1920 : 1080;
  const auto lettering = Lettering::open();
  const Sheet sheet{page, lettering ? &*lettering : nullptr,
                    std::min(size.width / width_units, size.height / height_units)};
  page.fill({0, 0, size.width, size.height}, colors().paper);
  head(sheet, notice);
  const int margin = sheet.px(48);
  const int inner = size.width - 2 * margin;
  const int first_width = portrait ? inner : (inner - margin) / 2;
  const Rect first{margin, sheet.px(122), first_width, size.height};
  const int bottom = first_language(sheet, embedded_languages().front(), first);
  if (portrait) {
    other_languages(sheet, first, bottom + sheet.px(40), 26);
  } else {
    const Rect second{first.right() + margin, 0, first_width, size.height};
    other_languages(sheet, second, sheet.px(100), 16);
  }
  foot(sheet, notice, first);
  if (!lettering)
    return lettering.failure();
  return content::Done{};
}

}  // namespace kiosk
