#include "kiosk/selftest/out_of_service.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

#include "kiosk/canvas/pictograms.h"
#include "kiosk/canvas/png_file.h"
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

// A line of the embedded pictures in the style's colour, at the size of this sheet.
Picture scaled(const EmbeddedLine& line, const Sheet& sheet, Color color) {
  Picture picture{.width = line.width, .height = line.height};
  const int count = line.width * line.height;
  for (int i = 0; i < count; ++i) {
    const std::uint32_t alpha = line.coverage[i];
    picture.pixels.push_back(alpha << 24 |
                             static_cast<std::uint32_t>(scale_byte(color.red, alpha)) << 16 |
                             static_cast<std::uint32_t>(scale_byte(color.green, alpha)) << 8 |
                             scale_byte(color.blue, alpha));
  }
  return scaled_to(picture,
                   {std::max(1, sheet.px(line.width)), std::max(1, sheet.px(line.height))});
}

// One line of a language; a picture stands at the other edge, where its script begins.
int language_line(const Sheet& sheet, std::string_view words, const EmbeddedLine& picture,
                  const Lettering::Style& style, const Rect& column, int top) {
  if (picture.width == 0)
    return write(sheet, words, style, column.x, top);
  const Picture line = scaled(picture, sheet, style.color);
  sheet.page.blend(line, column.right() - line.width, top);
  return top + line.height;
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

// A number with what answers there beside it.
struct NumberPanel {
  std::string_view number;
  std::string_view words;
  Lettering::Style large;
  Lettering::Style small;
};

NumberPanel number_panel(const Sheet& sheet, std::string_view number, std::string_view words) {
  return {number, words, style(sheet, Cut::Bold, 108, 130, colors().alarm),
          style(sheet, Cut::SemiBold, 41, 51, colors().ink)};
}

int needed(const Sheet& sheet, const NumberPanel& panel) {
  return 3 * sheet.px(24) + width(sheet, panel.number, panel.large) +
         width(sheet, panel.words, panel.small);
}

void draw_panel(const Sheet& sheet, const NumberPanel& panel, const Rect& place) {
  sheet.page.fill_rounded(place, sheet.px(12), colors().sunk);
  const int middle = place.y + place.height / 2;
  const int left = place.x + sheet.px(24);
  write(sheet, panel.number, panel.large, left, middle - panel.large.leading / 2);
  const int lines = 1 + static_cast<int>(std::count(panel.words.begin(), panel.words.end(), '\n'));
  write(sheet, panel.words, panel.small,
        left + width(sheet, panel.number, panel.large) + sheet.px(24),
        middle - lines * panel.small.leading / 2);
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
  const NumberPanel fire = number_panel(sheet, "112", words.fire);
  const int first = std::max((column.width - gap) / 2, needed(sheet, fire));
  const Rect place{column.x, line - sheet.px(30) - sheet.px(170), first, sheet.px(170)};
  draw_panel(sheet, fire, place);
  draw_panel(sheet, number_panel(sheet, "110", words.police),
             {place.right() + gap, place.y, column.width - gap - first, place.height});
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
