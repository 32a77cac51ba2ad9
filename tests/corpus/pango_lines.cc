// pango-lines DIR: lays out DIR/udhr/<language>.txt at 320, 640 and 960 px with our engine and with
// Pango, same font files, one size, and prints per language the share of line ends that are the
// same. Status 1 when a language outside th, km, lo, my is below 97 %.
//
// Where the two differ, and why:
// - Pango hangs only the last space of a line; we hang all (UAX #9, L1).
// - Pango's own UAX #14 code follows Unicode 14's root rules; ICU knows the language: after a
//   hyphen at a word's start (20.09), at « » and “ ”, between digits and signs (LB25).
// - Pango takes the base direction from the first letter; it is told the language's here.
// - Thai, Khmer, Lao and Burmese are cut by two dictionaries, libthai's and ICU's.
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "kiosk/text/typesetter.h"

namespace {

namespace fs = std::filesystem;
using namespace kiosk;

constexpr float size = 32;
constexpr int widths[] = {320, 640, 960};
constexpr double wanted = 0.97;

using Ends = std::set<std::uint32_t>;

// Scripts are compared at one size: the stack without its factors.
FontStack plain_stack(const fs::path& fonts, const fs::path& scratch) {
  fs::create_directories(scratch);
  std::ifstream in(fonts / "fonts.ini");
  std::ofstream out(scratch / "fonts.ini");
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("factor"))
      out << line << "\n";
  out.close();
  for (const auto& entry : fs::directory_iterator(fonts))
    if (!fs::exists(scratch / entry.path().filename()))
      fs::create_symlink(entry.path(), scratch / entry.path().filename());
  auto stack = FontStack::read(scratch);
  if (!stack) {
    std::fprintf(stderr, "%s\n", stack.failure().message.c_str());
    std::exit(1);
  }
  return *std::move(stack);
}

// The regular cuts of the stack and nothing else that is installed: NotoNastaliqUrdu-Bold says it
// is regular, so that by name fontconfig takes the one or the other.
FcConfig* regular_fonts(const FontStack& stack) {
  FcConfig* config = FcConfigCreate();
  for (const FontFile& file : stack.files()) {
    const std::string name = file.path.filename().string();
    if (name.find("Regular") != std::string::npos || file.color_bitmaps)
      FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.path.c_str()));
  }
  return config;
}

class Pango {
 public:
  explicit Pango(const FontStack& stack)
      : map_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
    FcConfig* config = regular_fonts(stack);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_), config);
    FcConfigDestroy(config);
    context_ = pango_font_map_create_context(map_);
    pango_context_set_round_glyph_positions(context_, FALSE);
  }
  ~Pango() {
    g_object_unref(context_);
    g_object_unref(map_);
  }
  Pango(const Pango&) = delete;
  Pango& operator=(const Pango&) = delete;

  Ends ends(const std::string& text, const std::string& language, const std::string& families,
            Direction direction, int width) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, families.c_str());
    pango_font_description_set_absolute_size(font, static_cast<double>(size) * PANGO_SCALE);
    pango_context_set_font_description(context_, font);
    pango_context_set_language(context_, pango_language_from_string(language.c_str()));
    pango_context_set_base_dir(
        context_, direction == Direction::RightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    PangoLayout* layout = pango_layout_new(context_);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_width(layout, width * PANGO_SCALE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text.c_str(), static_cast<int>(text.size()));
    Ends ends;
    for (int i = 1; i < pango_layout_get_line_count(layout); ++i)
      ends.insert(
          static_cast<std::uint32_t>(pango_layout_get_line_readonly(layout, i)->start_index));
    g_object_unref(layout);
    pango_font_description_free(font);
    return ends;
  }

 private:
  PangoFontMap* map_;
  PangoContext* context_;
};

std::string families_of(const FontStack& stack, const LanguageSetting& setting) {
  std::string families;
  for (const std::string& family : stack.script(setting.script, setting).families)
    families += (families.empty() ? "" : ", ") + family;
  return families;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !fs::is_directory(fs::path(argv[1]) / "udhr")) {
    std::fprintf(stderr, "Usage: pango-lines DIR (with DIR/udhr/<language>.txt)\n");
    return 2;
  }
  Typesetter typesetter(
      plain_stack(BINARY_DIR "/share/wegweiser/fonts", BINARY_DIR "/tests/plain-fonts"));
  Pango pango(typesetter.stack());
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(argv[1]) / "udhr"))
    if (entry.path().extension() == ".txt")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  bool good = !files.empty();
  for (const fs::path& file : files) {
    const std::string language = file.stem().string();
    const LanguageSetting setting = typesetter.stack().language(language);
    const std::string families = families_of(typesetter.stack(), setting);
    std::size_t same = 0;
    std::size_t all = 0;
    std::ifstream in(file);
    for (std::string text; std::getline(in, text);) {
      for (const int width : widths) {
        ParagraphRequest request;
        request.text = text;
        request.language = language;
        request.style.size = size;
        request.width = static_cast<float>(width);
        request.isolation = Isolation::AsGiven;
        const Paragraph paragraph = typesetter.set(request);
        const Ends theirs = pango.ends(text, language, families, setting.direction, width);
        for (std::size_t i = 1; i < paragraph.lines.size(); ++i)
          same += theirs.count(paragraph.lines[i].start);
        all += std::max(theirs.size(), paragraph.lines.size() - 1);
      }
    }
    const double share = all == 0 ? 1 : static_cast<double>(same) / static_cast<double>(all);
    const bool dictionary =
        language == "th" || language == "km" || language == "lo" || language == "my";
    good = good && (dictionary || share >= wanted);
    std::printf("%-6s %6.2f %% of %zu line ends\n", language.c_str(), share * 100, all);
  }
  return good ? 0 : 1;
}
