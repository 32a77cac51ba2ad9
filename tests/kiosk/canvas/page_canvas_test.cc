#include "kiosk/canvas/page_canvas.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "fixture_fonts.h"
#include "kiosk/canvas/damage.h"
#include "kiosk/canvas/glyphs_ahead.h"
#include "kiosk/canvas/png_file.h"
#include "kiosk/canvas/text_weight.h"

using namespace kiosk;

namespace {

constexpr Color white{255, 255, 255};
constexpr Color black{0, 0, 0};

std::unique_ptr<PageCanvas> canvas(Size size, Color ground) {
  auto opened = PageCanvas::open(size, fixture::fonts());
  REQUIRE(opened);
  (*opened)->fill({0, 0, size.width, size.height}, ground);
  return std::move(*opened);
}

// Sum of the share of ink over all pixels, in ink on ground.
double ink(const PageCanvas& canvas, Color ground, Color text) {
  double sum = 0;
  for (const std::uint32_t pixel : canvas.surface().pixels()) {
    sum += (ground.green - to_color(pixel).green) / double(ground.green - text.green);
  }
  return sum;
}

Rect inked(const PageCanvas& canvas, Color ground) {
  Rect box;
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) {
      if (canvas.surface().at(x, y) != ground) {
        box = unite(box, {x, y, 1, 1});
      }
    }
  }
  return box;
}

}  // namespace

TEST_CASE("a letter stands on its baseline at the height its font gives it") {
  const auto page = canvas({200, 160}, white);
  page->text(fixture::typed(U"H", fixture::sans, 100), 20, 0, black, black);
  const Rect box = inked(*page, white);
  CHECK(box.bottom() == 100);                                // the baseline
  CHECK(box.height == doctest::Approx(71.4).epsilon(0.02));  // Noto Sans' capitals: 0.714 em
  CHECK(box.x == doctest::Approx(20 + 9.8).epsilon(0.1));
}

TEST_CASE("a baseline between two pixels is drawn on the nearer one, sharp") {
  const auto whole = canvas({200, 160}, white);
  whole->text(fixture::typed(U"Ha", fixture::sans, 41), 20, 10, black, black);
  const auto between = canvas({200, 160}, white);
  between->text(fixture::typed(U"Ha", fixture::sans, 41), 20, 9.6F, black, black);
  CHECK(whole->surface().pixels() == between->surface().pixels());
}

TEST_CASE("a mark keeps its distance from the baseline to a quarter of a pixel") {
  Paragraph raised = fixture::typed(U"o", fixture::sans, 41);
  raised.lines[0].glyphs[0].y -= 0.5F;
  const auto page = canvas({100, 160}, white);
  page->text(raised, 20, 0, black, black);
  const auto plain = canvas({100, 160}, white);
  plain->text(fixture::typed(U"o", fixture::sans, 41), 20, 0, black, black);
  CHECK(page->surface().pixels() != plain->surface().pixels());
}

TEST_CASE("letters move by quarters of a pixel, each its own picture") {
  const auto paragraph = fixture::typed(U"l", fixture::sans, 41);
  std::vector<std::vector<std::uint32_t>> seen;
  for (const float x : {20.0F, 20.25F, 20.5F, 20.75F}) {
    const auto page = canvas({60, 120}, white);
    page->text(paragraph, x, 0, black, black);
    for (const auto& before : seen) {
      CHECK(page->surface().pixels() != before);
    }
    seen.push_back(page->surface().pixels());
    const auto near = canvas({60, 120}, white);
    near->text(paragraph, x + 0.1F, 0, black, black);
    CHECK(near->surface().pixels() == page->surface().pixels());
  }
}

TEST_CASE("text weighs the same dark on light and light on dark, to the eye") {
  constexpr Color paper{0xF5, 0xEF, 0xE3};
  constexpr Color dark{0x14, 0x26, 0x2C};
  const auto paragraph = fixture::typed(U"Wohngeld beantragen", fixture::sans, 41);
  const auto day = canvas({460, 120}, paper);
  day->text(paragraph, 10, 0, dark, dark);
  const auto night = canvas({460, 120}, dark);
  night->text(paragraph, 10, 0, paper, paper);
  const double dark_ink = ink(*day, paper, dark);
  const double light_ink = ink(*night, dark, paper);
  // Mixed in sRGB, light strokes need a little more to look the same.
  CHECK(light_ink / dark_ink > 1.005);
  CHECK(light_ink / dark_ink < 1.04);
}

TEST_CASE("the weight of a stroke grows smoothly, never past full and never from nothing") {
  for (const Color color : {black, Color{120, 130, 90}, white}) {
    const CoverageTable table = make_text_coverage(lightness(color));
    CHECK(table[0] == 0);
    CHECK(table[255] == 255);
    for (std::size_t i = 1; i < table.size(); ++i) {
      CHECK(table[i] >= table[i - 1]);
      CHECK(table[i] >= i);
    }
  }
}

TEST_CASE("the second colour is that of the glyphs that ask for it") {
  Paragraph paragraph = fixture::typed(U"HH", fixture::sans, 60);
  paragraph.lines[0].glyphs[1].color = 1;
  const auto page = canvas({160, 120}, white);
  page->text(paragraph, 0, 0, black, {200, 0, 0});
  int first = 0;
  int second = 0;
  for (const std::uint32_t pixel : page->surface().pixels()) {
    first += pixel == to_pixel(black) ? 1 : 0;
    second += pixel == to_pixel({200, 0, 0}) ? 1 : 0;
  }
  CHECK(first > 100);
  CHECK(first == second);
}

TEST_CASE("an emoji comes in its own colours, scaled to the text's size") {
  const auto page = canvas({160, 160}, white);
  page->text(fixture::typed(U"\U0001F600", fixture::emoji, 60), 20, 0, black, black);
  const Rect box = inked(*page, white);
  CHECK(box.width > 55);
  CHECK(box.width < 80);
  const Color middle = page->surface().at(box.x + box.width / 2, box.y + box.height / 3);
  CHECK(middle.red > 180);
  CHECK(middle.blue < 160);
}

TEST_CASE("glyphs looked ahead for are all that the page wants, and painting makes no other") {
  const Paragraph text = fixture::typed(U"Herne, Herne", fixture::sans, 41);
  const Paragraph smile = fixture::typed(U"\U0001F600", fixture::emoji, 60);
  const auto page = [&](Canvas& canvas) {
    canvas.text(text, 20.3F, -40, black, white);
    canvas.text(smile, 20, 0, black, black);
  };
  GlyphsAhead ahead({400, 400});
  page(ahead);
  const auto places = ahead.take();
  CHECK(places.size() > 6);
  CHECK(places.size() <= 13);
  const auto canvas_ahead = canvas({400, 400}, white);
  for (const GlyphPlace& place : places) {
    canvas_ahead->prepare(place);
  }
  const std::size_t prepared = canvas_ahead->cached_bytes();
  CHECK(prepared > 0);
  page(*canvas_ahead);
  CHECK(canvas_ahead->cached_bytes() == prepared);
  const auto plain = canvas({400, 400}, white);
  page(*plain);
  CHECK(plain->cached_bytes() == prepared);
  CHECK(plain->surface().pixels() == canvas_ahead->surface().pixels());
}

TEST_CASE("text outside the clip draws nothing") {
  const auto page = canvas({400, 400}, white);
  page->push_clip({0, 300, 400, 100});
  page->text(fixture::typed(U"Herne", fixture::sans, 41), 20, 0, black, black);
  page->pop_clip();
  CHECK(inked(*page, white).width == 0);
}

TEST_CASE("absurd positions and sizes draw nothing and harm nothing") {
  const auto page = canvas({50, 50}, white);
  Paragraph paragraph = fixture::typed(U"HHHH", fixture::sans, 41);
  paragraph.lines[0].glyphs[0].size = 1e30F;
  paragraph.lines[0].glyphs[1].x = 1e30F;
  paragraph.lines[0].glyphs[2].y = std::nanf("");
  paragraph.lines[0].glyphs[3].id = 0x00FFFFFF;
  page->text(paragraph, 0, -80, black, black);
  page->text(paragraph, std::nanf(""), 0, black, black);
  page->fill_circle(std::nanf(""), 3, 5, black);
  page->stroke_circle(1e30F, 3, 5, 2, black);
  page->pictogram("home", {5, 5, -10, -10}, black, Mirror::No);
  page->pictogram("no-such-thing", {5, 5, 40, 40}, black, Mirror::No);
  page->picture("image/png", "not a picture", {0, 0, 50, 50});
  page->picture("text/html", "<p>", {0, 0, 50, 50});
  CHECK(inked(*page, white) == Rect{});
}

TEST_CASE("a picture of the bundle is centred in its place with its proportions kept") {
  Surface source({40, 20}, {200, 30, 60});
  const std::string png = encode_png(source);
  const auto page = canvas({100, 100}, white);
  page->picture("image/png", png, {10, 10, 80, 80});
  CHECK(inked(*page, white) == Rect{10, 30, 80, 40});
  CHECK(page->surface().at(50, 50) == Color{200, 30, 60});
}

TEST_CASE("caches stay within their bounds and can be forgotten") {
  const auto page = canvas({300, 300}, white);
  for (int size = 20; size < 200; ++size) {
    page->text(fixture::typed(U"Wegweiser", fixture::sans, static_cast<float>(size)), 0, 0, black,
               black);
    page->pictogram("home", {0, 0, size, size}, black, Mirror::No);
  }
  CHECK(page->cached_bytes() > 100'000);
  CHECK(page->cached_bytes() < 16'000'000);
  page->forget();
  CHECK(page->cached_bytes() == 0);
  page->text(fixture::typed(U"l", fixture::sans, 41), 0, 0, black, black);
  CHECK(page->cached_bytes() > 0);
}

TEST_CASE("fonts that are absent or no fonts are refused by name") {
  const auto absent = PageCanvas::open({10, 10}, {{"/nowhere/NotoSans.ttf", 0, false}});
  REQUIRE_FALSE(absent);
  CHECK(absent.failure().refusal == content::Refusal::NotFound);
  CHECK(absent.failure().message.find("NotoSans.ttf") != std::string::npos);
  const auto wrong = PageCanvas::open({10, 10}, {{SOURCE_DIR "/CMakeLists.txt", 0, false}});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.failure().refusal == content::Refusal::Malformed);
}
