#include "kiosk/examination/golden_pages.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "content-engine/bundle/sha256.h"
#include "content-engine/store/files.h"
#include "kiosk/examination/glyph_sheet.h"
#include "kiosk/text/coverage.h"
#include "kiosk/text/fonts.h"

namespace kiosk {
namespace {

using content::Failure;
using content::Refusal;
using content::Result;

// Small, because every pixel of every language is made; large enough for the longest alphabet.
const Panel sheet_panel{.size = {540, 960}, .px_per_mm = 1.971};

std::string hash_of(const Surface& surface) {
  std::string bytes =
      std::to_string(surface.size().width) + "x" + std::to_string(surface.size().height) + "\n";
  for (const std::uint32_t pixel : surface.pixels())
    for (const unsigned shift : {16U, 8U, 0U})
      bytes += static_cast<char>(pixel >> shift & 0xFFU);
  return content::sha256(bytes);
}

bool is_hash(const std::string& word) {
  return word.size() == 64 && word.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string letters_on_sheet(const FontStack& stack, const std::string& language) {
  // Chinese has thousands; these say as much as all.
  constexpr std::size_t most = 400;
  std::vector<std::string> letters = letters_of(language, stack.language(language).shaping);
  letters.resize(std::min(letters.size(), most));
  std::string line;
  for (const std::string& letter : letters)
    line += (line.empty() ? "" : " ") + letter;
  return line;
}

}  // namespace

Result<GoldenPages> parse_golden_pages(std::string_view text) {
  GoldenPages pages;
  std::istringstream lines{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == ';')
      continue;
    std::istringstream words(line);
    std::string language;
    std::string sign;
    words >> language >> sign;
    std::vector<std::string> hashes;
    for (std::string hash; words >> hash;)
      hashes.push_back(hash);
    if (sign != "=" || hashes.empty() || !std::all_of(hashes.begin(), hashes.end(), is_hash) ||
        !pages.emplace(language, std::move(hashes)).second)
      return Failure{Refusal::Malformed, "golden pages, line " + std::to_string(number)};
  }
  return pages;
}

Result<GoldenPages> read_golden_pages(const std::filesystem::path& file) {
  constexpr std::int64_t limit = 256L * 1024;
  const auto text = content::read_file(file, limit);
  if (!text)
    return text.failure();
  return parse_golden_pages(*text);
}

std::string written(const GoldenPages& pages) {
  std::string text =
      "; SHA-256 of each language's glyph sheet, as the kiosk draws it. Made anew by\n"
      "; wegweiser-kiosk --new-golden-pages FILE, after somebody has looked at --sheets FOLDER.\n";
  for (const auto& [language, hashes] : pages) {
    text += language + " =";
    for (const std::string& hash : hashes)
      text += " " + hash;
    text += "\n";
  }
  return text;
}

Result<std::vector<Sheet>> draw_sheets(const std::filesystem::path& fonts, TextEngine& text,
                                       const std::vector<std::string>& languages) {
  const auto specimens = read_specimens(fonts);
  if (!specimens)
    return specimens.failure();
  const auto stack = FontStack::read(fonts);
  if (!stack)
    return stack.failure();
  std::vector<Sheet> sheets;
  for (const Specimen& specimen : *specimens) {
    if (!languages.empty() &&
        std::find(languages.begin(), languages.end(), specimen.language) == languages.end())
      continue;
    auto canvas = PageCanvas::open(sheet_panel.size, text.fonts());
    if (!canvas)
      return canvas.failure();
    draw_glyph_sheet(specimen, letters_on_sheet(*stack, specimen.language), {.panel = sheet_panel},
                     text, **canvas);
    text.forget();
    sheets.push_back({specimen.language, hash_of((*canvas)->surface()), (*canvas)->surface()});
  }
  return sheets;
}

Remark examine_golden_pages(const std::vector<Sheet>& sheets, const GoldenPages& golden) {
  std::vector<std::string> other;
  for (const Sheet& sheet : sheets) {
    const auto known = golden.find(sheet.language);
    if (known == golden.end() ||
        std::find(known->second.begin(), known->second.end(), sheet.hash) == known->second.end())
      other.push_back(sheet.language);
  }
  if (sheets.empty())
    return {"golden-pages",
            Grade::NotApplicable,
            {"Von keiner Sprache gibt es eine Schriftprobe", "no language has a specimen"}};
  if (!other.empty())
    return {
        "golden-pages",
        Grade::Fail,
        {"Seiten sehen anders aus als bei der Abnahme", "pages look other than when approved"},
        {"Pakete wegweiser-fonts und wegweiser-kiosk neu installieren; kommt es wieder, die Karte "
         "und den Arbeitsspeicher prüfen",
         "install the packages wegweiser-fonts and wegweiser-kiosk anew; if it comes back, check "
         "the card and the memory"},
        short_list(other)};
  return {"golden-pages",
          Grade::Pass,
          {"Jede Schriftprobe sieht aus wie bei der Abnahme",
           "every specimen looks as it did when approved"},
          {},
          std::to_string(sheets.size())};
}

}  // namespace kiosk
