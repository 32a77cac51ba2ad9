// Layout of running text beside its floor, HarfBuzz alone with one font over the same text, in the
// same run: what bidi, scripts, fallback, line breaking and placing cost on top. Nothing is kept
// between two layouts. The text is the house's own specimen, repeated to a paragraph's length; with
// WEGWEISER_CORPUS=FOLDER it is every line of FOLDER/<language>.txt, one paragraph a line.
#include <benchmark/benchmark.h>
#include <hb.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "kiosk/text/typesetter.h"

namespace {

using namespace kiosk;

constexpr std::array<const char*, 14> languages{"de", "tr", "ar", "en", "uk", "ro", "fa",
                                                "ur", "vi", "zh", "ti", "hi", "ta", "th"};
constexpr std::size_t paragraph_bytes = 600;
const std::filesystem::path fonts = BINARY_DIR "/share/wegweiser/fonts";

std::string text_of(const std::string& language) {
  std::ifstream in(SOURCE_DIR "/tests/golden/paragraphs/" + language + "-sentence.txt");
  std::string line;
  while (std::getline(in, line) && !line.empty()) {
  }
  std::getline(in, line);
  if (line.empty())
    throw std::runtime_error("no specimen of " + language);
  std::string text = line;
  while (text.size() < paragraph_bytes)
    text += " " + line;
  return text;
}

std::vector<std::string> texts_of(const std::string& language) {
  std::vector<std::string> texts;
  if (const char* corpus = std::getenv("WEGWEISER_CORPUS")) {
    std::ifstream in(std::filesystem::path(corpus) / (language + ".txt"));
    for (std::string line; std::getline(in, line);)
      if (!line.empty())
        texts.push_back(line);
  }
  if (texts.empty())
    texts.push_back(text_of(language));
  return texts;
}

FontStack stack() {
  auto read = FontStack::read(fonts);
  if (!read)
    throw std::runtime_error(read.failure().message);
  return *std::move(read);
}

void count(benchmark::State& state, const std::vector<std::string>& texts) {
  std::int64_t characters = 0;
  for (const std::string& text : texts)
    characters += static_cast<std::int64_t>(decode(text).units.size());
  state.SetItemsProcessed(state.iterations() * characters);
}

void BM_Paragraph(benchmark::State& state) {
  const std::string language = languages.at(static_cast<std::size_t>(state.range(0)));
  Typesetter typesetter(stack());
  ParagraphRequest request;
  request.language = language;
  request.style.size = 32;
  request.width = 960;
  const std::vector<std::string> texts = texts_of(language);
  const auto all = [&] {
    for (const std::string& text : texts) {
      request.text = text;
      benchmark::DoNotOptimize(typesetter.set(request));
    }
  };
  all();
  for (auto _ : state)
    all();
  count(state, texts);
  state.SetLabel(language);
}

void BM_HarfBuzzAlone(benchmark::State& state) {
  const std::string language = languages.at(static_cast<std::size_t>(state.range(0)));
  const FontStack of = stack();
  const LanguageSetting setting = of.language(language);
  const FontFile file =
      of.files()[of.chain(setting.script, setting, Weight::Regular, Stretch::Normal).front()];
  hb_blob_t* blob = hb_blob_create_from_file(file.path.c_str());
  hb_face_t* face = hb_face_create(blob, static_cast<unsigned>(file.face_index));
  hb_font_t* font = hb_font_create(face);
  hb_font_set_scale(font, 32 * 64, 32 * 64);
  hb_buffer_t* buffer = hb_buffer_create();
  const std::vector<std::string> texts = texts_of(language);
  const bool backwards = setting.direction == Direction::RightToLeft;
  const auto shape = [&](const std::string& text) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0,
                       static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer, backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, hb_script_from_string(script_name(setting.script).c_str(), 4));
    hb_buffer_set_language(buffer, hb_language_from_string(setting.shaping.c_str(), -1));
    hb_shape(font, buffer, nullptr, 0);
  };
  const auto all = [&] {
    for (const std::string& text : texts) {
      shape(text);
      benchmark::DoNotOptimize(buffer);
    }
  };
  all();
  for (auto _ : state)
    all();
  hb_buffer_destroy(buffer);
  hb_font_destroy(font);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  count(state, texts);
  state.SetLabel(language);
}

// From nothing to the first paragraph: reading the stack, opening fonts, ICU's and HarfBuzz's
// plans.
void BM_FirstParagraph(benchmark::State& state) {
  const std::string language = languages.at(static_cast<std::size_t>(state.range(0)));
  ParagraphRequest request;
  request.text = text_of(language);
  request.language = language;
  request.width = 960;
  for (auto _ : state) {
    Typesetter typesetter(stack());
    benchmark::DoNotOptimize(typesetter.set(request));
  }
  state.SetLabel(language);
}

BENCHMARK(BM_HarfBuzzAlone)->DenseRange(0, languages.size() - 1)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_Paragraph)->DenseRange(0, languages.size() - 1)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_FirstParagraph)->DenseRange(0, languages.size() - 1)->Unit(benchmark::kMicrosecond);

}  // namespace
