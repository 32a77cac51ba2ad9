#include "kiosk/examine.h"

#include <algorithm>
#include <variant>

#include "kiosk/canvas/png_file.h"
#include "kiosk/examination/content_checks.h"
#include "kiosk/examination/golden_pages.h"
#include "kiosk/examination/parity_check.h"
#include "kiosk/looking_files.h"

namespace kiosk {
namespace {

using content::Done;
using content::Failure;
using content::Refusal;
using content::Result;
using content::Sentence;

const Sentence nothing_to_look_at{"Es ist nichts da, was man ansehen könnte",
                                  "there is nothing to look at"};

Remark unreadable(const char* check, const Trouble& trouble, const Sentence& remedy) {
  return {check,
          Grade::Fail,
          {"Störung " + trouble.code + ": " + trouble.message,
           "trouble " + trouble.code + ": " + trouble.message},
          remedy,
          trouble.code};
}

Remark golden_pages_of(const Examining& it, TextEngine& text) {
  const Sentence anew{"Pakete wegweiser-kiosk und wegweiser-fonts neu installieren",
                      "install the packages wegweiser-kiosk and wegweiser-fonts anew"};
  const auto golden = read_golden_pages(it.golden_pages);
  if (!golden)
    return {"golden-pages",
            Grade::Fail,
            {"Womit zu vergleichen ist, fehlt oder ist beschädigt",
             "what is to be compared with is missing or damaged"},
            anew,
            it.golden_pages.filename().string()};
  const auto sheets = draw_sheets(it.place.fonts, text);
  if (!sheets)
    return {"golden-pages",
            Grade::Fail,
            {"Die Schriftproben lassen sich nicht zeichnen: " + sheets.failure().message,
             "the specimens cannot be drawn: " + sheets.failure().message},
            anew};
  return examine_golden_pages(*sheets, *golden);
}

void examine_content(const Examining& it, Stock& stock, std::vector<Remark>& found) {
  const content::Library& library = *stock.library;
  const WallTime now = it.wall(library.town().time_zone);
  const Moment moment{.today = now.today, .hour = now.hour, .minute = now.minute};
  found.push_back(examine_pages(library, now.today));
  found.push_back(examine_glyphs(library, *stock.text, now.today));
  found.push_back(examine_search(library));
  found.push_back(examine_parity(library, *stock.text, moment));
  found.push_back(examine_reading_aloud(library, it.speech_program, now.today));
}

}  // namespace

std::vector<Remark> examine(const Examining& it, const Log& log) {
  std::vector<Remark> found;
  LookingFiles files;
  Opened opened = open_stock(files, it.place, log);
  if (auto* stock = std::get_if<Stock>(&opened)) {
    examine_content(it, *stock, found);
    found.push_back(golden_pages_of(it, *stock->text));
    return found;
  }
  // Bundle and fonts fail each for itself.
  const Trouble& trouble = std::get<Trouble>(opened);
  const auto text = open_text(it.place.fonts);
  const bool bundle_too = trouble.code.starts_with("W-1");
  if (bundle_too)
    found.push_back(unreadable("pages", trouble,
                               {"Ausgabe neu einspielen; auch die mitgelieferte öffnet sich nicht",
                                "take an edition anew; the shipped one does not open either"}));
  else
    found.push_back({"pages", Grade::NotApplicable, nothing_to_look_at});
  for (const char* check : {"glyphs", "search", "parity", "reading-aloud"})
    found.push_back({check, Grade::NotApplicable, nothing_to_look_at});
  found.push_back(text ? golden_pages_of(it, **text)
                       : unreadable("golden-pages", font_trouble(text.failure()),
                                    {"Paket wegweiser-fonts neu installieren",
                                     "install the package wegweiser-fonts anew"}));
  return found;
}

Result<Done> write_sheets(const std::filesystem::path& fonts, const std::filesystem::path& folder) {
  const auto text = open_text(fonts);
  if (!text)
    return text.failure();
  const auto sheets = draw_sheets(fonts, **text);
  if (!sheets)
    return sheets.failure();
  for (const Sheet& sheet : *sheets)
    if (const auto put = write_png(sheet.surface, folder / (sheet.language + ".png")); !put)
      return put.failure();
  return Done{};
}

Result<Done> write_golden_pages(const std::filesystem::path& fonts,
                                const std::filesystem::path& file) {
  auto golden = read_golden_pages(file);
  if (!golden && golden.failure().refusal != Refusal::NotFound)
    return golden.failure();
  const auto text = open_text(fonts);
  if (!text)
    return text.failure();
  const auto sheets = draw_sheets(fonts, **text);
  if (!sheets)
    return sheets.failure();
  GoldenPages pages = golden ? *golden : GoldenPages{};
  for (const Sheet& sheet : *sheets) {
    auto& hashes = pages[sheet.language];
    if (std::find(hashes.begin(), hashes.end(), sheet.hash) == hashes.end())
      hashes.push_back(sheet.hash);
  }
  return content::write_file(file, written(pages));
}

}  // namespace kiosk
