// What drawing a page costs: the parts of the look at the panel's size, and text cold and warm.
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/canvas/png_file.h"

using namespace kiosk;

namespace {

constexpr Size panel{1080, 1920};
constexpr Rect whole{0, 0, 1080, 1920};
constexpr Color paper{0xF5, 0xEF, 0xE3};
constexpr Color ink{0x14, 0x26, 0x2C};
constexpr Color edge{0x7D, 0x74, 0x62};

template <typename T>
T opened(content::Result<T> result) {
  if (!result) {
    throw std::runtime_error(result.failure().message);
  }
  return std::move(*result);
}

std::unique_ptr<TextEngine> engine() {
  return opened(TextEngine::open(BINARY_DIR "/share/wegweiser/fonts"));
}

// About 2 000 glyphs: more than any page of the look holds.
Paragraph page_of_text(TextEngine& text, const std::string& language, const std::string& sentence) {
  ParagraphRequest request;
  while (request.text.size() < 2000) {
    request.text += sentence + " ";
  }
  request.language = language;
  request.style.size = 30;
  request.width = 984;
  return text.layout(request);
}

const char* const german =
    "Wenn Sie in eine Wohnung ziehen, müssen Sie sich innerhalb von zwei Wochen anmelden.";
const char* const arabic = "إذا انتقلت إلى مسكن جديد فعليك تسجيل عنوانك خلال أسبوعين.";

int glyphs_in(const Paragraph& paragraph) {
  std::size_t count = 0;
  for (const Line& line : paragraph.lines) {
    count += line.glyphs.size();
  }
  return static_cast<int>(count);
}

void BM_OpenFonts(benchmark::State& state) {
  const auto fonts = engine()->fonts();
  for (auto _ : state) {
    benchmark::DoNotOptimize(opened(PageCanvas::open({16, 16}, fonts)));
  }
}
BENCHMARK(BM_OpenFonts)->Unit(benchmark::kMillisecond);

void BM_FillPage(benchmark::State& state) {
  Surface surface(panel);
  for (auto _ : state) {
    surface.fill(whole, paper);
  }
}
BENCHMARK(BM_FillPage)->Unit(benchmark::kMicrosecond);

void BM_ScrimOverPage(benchmark::State& state) {
  Surface surface(panel);
  for (auto _ : state) {
    surface.fill(whole, {ink.red, ink.green, ink.blue, 184});
  }
}
BENCHMARK(BM_ScrimOverPage)->Unit(benchmark::kMicrosecond);

// The home screen's fourteen tiles and ten bar keys.
void BM_Keys(benchmark::State& state) {
  Surface surface(panel);
  for (auto _ : state) {
    for (int i = 0; i < 14; ++i) {
      const Rect tile{48 + i % 2 * 502, 270 + i / 2 * 182, 482, 162};
      surface.fill_rounded(tile, 12, edge);
      surface.fill_rounded({tile.x + 2, tile.y + 2, 478, 154}, 10, {255, 255, 255});
      surface.fill_rounded({tile.x + 2, tile.y + 2, 116, 154}, 10, ink);
    }
    for (int i = 0; i < 10; ++i) {
      const Rect key{25 + i % 5 * 210, 1604 + i / 5 * 156, 190, 136};
      surface.fill_rounded(key, 12, ink);
      surface.stroke_rounded(key, 12, 2, edge);
    }
  }
}
BENCHMARK(BM_Keys)->Unit(benchmark::kMicrosecond);

// A topic's path: ten nodes of 72 px and thirty dots.
void BM_Circles(benchmark::State& state) {
  Surface surface(panel);
  for (auto _ : state) {
    for (int i = 0; i < 10; ++i) {
      surface.fill_circle(84, 200 + i * 120, 36, ink);
    }
    for (int i = 0; i < 30; ++i) {
      surface.stroke_circle(200.5 + i * 20, 900.25, 8, 3, ink);
    }
  }
}
BENCHMARK(BM_Circles)->Unit(benchmark::kMicrosecond);

void text_page(benchmark::State& state, const char* language, const char* sentence, bool cold) {
  const auto text = engine();
  const auto canvas = opened(PageCanvas::open(panel, text->fonts()));
  const Paragraph paragraph = page_of_text(*text, language, sentence);
  canvas->fill(whole, paper);
  canvas->text(paragraph, 48, 20, ink, ink);
  for (auto _ : state) {
    if (cold) {
      canvas->forget();
    }
    canvas->text(paragraph, 48, 20, ink, ink);
  }
  state.counters["glyphs"] = glyphs_in(paragraph);
}
BENCHMARK_CAPTURE(text_page, german_warm, "de", german, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(text_page, german_cold, "de", german, true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(text_page, arabic_warm, "ar", arabic, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(text_page, arabic_cold, "ar", arabic, true)->Unit(benchmark::kMicrosecond);

void BM_PictogramsCold(benchmark::State& state) {
  for (auto _ : state) {
    Pictograms pictograms;
    for (const auto& file : pictogram_files()) {
      benchmark::DoNotOptimize(pictograms.mask(file.name, 60, Mirror::No));
    }
  }
  state.counters["pictograms"] = static_cast<double>(pictogram_files().size());
}
BENCHMARK(BM_PictogramsCold)->Unit(benchmark::kMicrosecond);

void BM_WritePng(benchmark::State& state) {
  const auto text = engine();
  const auto canvas = opened(PageCanvas::open(panel, text->fonts()));
  canvas->fill(whole, paper);
  canvas->text(page_of_text(*text, "de", german), 48, 20, ink, ink);
  for (auto _ : state) {
    benchmark::DoNotOptimize(encode_png(canvas->surface()));
  }
}
BENCHMARK(BM_WritePng)->Unit(benchmark::kMillisecond);

}  // namespace
