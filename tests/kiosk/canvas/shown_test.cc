#include "kiosk/canvas/shown.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

#include "kiosk/canvas/line_reach.h"
#include "kiosk/canvas/page_canvas.h"
#include "tests/kiosk/canvas/fixture_fonts.h"

using namespace kiosk;

namespace {

constexpr Color paper{245, 239, 227};
constexpr Color ink{20, 24, 31};

// Paints on `screen` what `shown` calls changed, and nothing else.
std::vector<Rect> repaint(const std::function<void(Canvas&)>& page, Shown& shown,
                          PageCanvas& screen) {
  page(shown);
  auto parts = shown.take_changes();
  for (const Rect& part : parts) {
    screen.push_clip(part);
    page(screen);
    screen.pop_clip();
  }
  return parts;
}

std::unique_ptr<PageCanvas> canvas(Size size) {
  auto opened = PageCanvas::open(size, fixture::fonts());
  REQUIRE(opened);
  return std::move(*opened);
}

}  // namespace

TEST_CASE("a page drawn anew shows only the key that changed") {
  Shown shown({1080, 1920});
  const auto draw = [&](Color key) {
    shown.fill({0, 0, 1080, 1920}, paper);
    shown.fill_rounded({500, 700, 190, 136}, 12, key);
    shown.fill_rounded({48, 1500, 190, 136}, 12, {1, 2, 3});
    return shown.take_changes();
  };
  CHECK(draw({10, 10, 10}) == std::vector<Rect>{{0, 0, 1080, 1920}});
  CHECK(draw({10, 10, 10}).empty());
  const auto changed = draw({20, 10, 10});
  REQUIRE(changed.size() == 1);
  CHECK(changed[0].contains(Rect{500, 700, 190, 136}));
  CHECK(changed[0].width <= 190 + 2 * 64);
  CHECK(changed[0].height <= 136 + 2 * 32);
}

TEST_CASE("every verb and each of its words changes the page") {
  const Paragraph herne = fixture::typed(U"Herne", fixture::sans, 41);
  Paragraph moved = herne;
  moved.lines[0].glyphs[2].x += 0.25F;
  Paragraph second = herne;
  second.lines[0].glyphs[4].color = 1;
  const std::vector<std::function<void(Canvas&)>> pages{
      [](Canvas&) {},
      [](Canvas& c) {
        c.fill({10, 10, 80, 60}, ink);
      },
      [](Canvas& c) {
        c.fill({10, 10, 80, 61}, ink);
      },
      [](Canvas& c) {
        c.fill({10, 10, 80, 60}, {20, 24, 31, 254});
      },
      [](Canvas& c) {
        c.fill_rounded({10, 10, 80, 60}, 0, ink);
      },
      [](Canvas& c) {
        c.fill_rounded({10, 10, 80, 60}, 8, ink);
      },
      [](Canvas& c) {
        c.stroke_rounded({10, 10, 80, 60}, 8, 2, ink);
      },
      [](Canvas& c) {
        c.stroke_rounded({10, 10, 80, 60}, 8, 3, ink);
      },
      [](Canvas& c) {
        c.stroke_rounded({10, 10, 80, 60}, 9, 3, ink);
      },
      [](Canvas& c) { c.fill_circle(50, 50, 20, ink); },
      [](Canvas& c) { c.fill_circle(50, 50.5F, 20, ink); },
      [](Canvas& c) { c.stroke_circle(50, 50, 20, 2, ink); },
      [](Canvas& c) { c.stroke_circle(50, 50, 20, 3, ink); },
      [&](Canvas& c) { c.text(herne, 10, 0, ink, ink); },
      [&](Canvas& c) { c.text(herne, 10, 0.25F, ink, ink); },
      [&](Canvas& c) { c.text(herne, 10, 0, paper, ink); },
      [&](Canvas& c) { c.text(herne, 10, 0, ink, paper); },
      [&](Canvas& c) { c.text(moved, 10, 0, ink, ink); },
      [&](Canvas& c) { c.text(second, 10, 0, ink, ink); },
      [](Canvas& c) {
        c.pictogram("home", {10, 10, 48, 48}, ink, Mirror::No);
      },
      [](Canvas& c) {
        c.pictogram("info", {10, 10, 48, 48}, ink, Mirror::No);
      },
      [](Canvas& c) {
        c.pictogram("home", {10, 10, 48, 48}, ink, Mirror::Yes);
      },
      [](Canvas& c) {
        c.picture("image/png", "12345678a", {10, 10, 48, 48});
      },
      [](Canvas& c) {
        c.picture("image/png", "12345678b", {10, 10, 48, 48});
      },
      [](Canvas& c) {
        c.fill({10, 10, 80, 60}, ink);
        c.fill({20, 20, 9, 9}, paper);
      },
      [](Canvas& c) {
        c.fill({20, 20, 9, 9}, paper);
        c.fill({10, 10, 80, 60}, ink);
      },
      [](Canvas& c) {
        c.push_clip({10, 10, 40, 40});
        c.fill({10, 10, 80, 60}, ink);
        c.pop_clip();
      },
      [](Canvas& c) {
        c.push_clip({10, 10, 40, 41});
        c.fill({10, 10, 80, 60}, ink);
        c.pop_clip();
      }};
  Shown shown({400, 200});
  shown.take_changes();
  for (std::size_t one = 0; one < pages.size(); ++one) {
    for (std::size_t other = 0; other < pages.size(); ++other) {
      CAPTURE(one);
      CAPTURE(other);
      pages[one](shown);
      shown.take_changes();
      pages[other](shown);
      CHECK(shown.take_changes().empty() == (one == other));
    }
  }
}

TEST_CASE("what is called changed is enough: the screen is the page, pixel by pixel") {
  const auto screen = canvas({333, 217});
  const auto fresh = canvas({333, 217});
  Shown shown({333, 217});
  const Paragraph herne = fixture::typed(U"Herne fjÅ", fixture::sans, 41);
  const Paragraph smile = fixture::typed(U"\U0001F600", fixture::emoji, 30);
  for (int step = 0; step < 60; ++step) {
    const auto page = [&](Canvas& c) {
      const auto shade = static_cast<std::uint8_t>(step * 37);
      c.fill({0, 0, 333, 217}, paper);
      c.fill_circle(static_cast<float>(step * 53 % 340), static_cast<float>(step * 31 % 220),
                    static_cast<float>(3 + step % 20), {shade, 0, 99, 200});
      c.stroke_circle(static_cast<float>(step * 11 % 340), 60.5F, 17.25F, 2.5F, {0, shade, 9});
      c.stroke_rounded({step * 7 % 300, step * 13 % 200, 90, 40}, 14, 3, ink);
      c.text(herne, static_cast<float>(step % 50) * 5.3F, static_cast<float>(step / 4) * 9.7F - 60,
             ink, ink);
      c.text(smile, static_cast<float>(step / 7) * 31, 0, ink, ink);
      c.pictogram("home", {step / 9 * 40, 100, 48, 48}, {shade, 0, 0},
                  step % 2 == 0 ? Mirror::No : Mirror::Yes);
    };
    repaint(page, shown, *screen);
    page(*fresh);
    REQUIRE(screen->surface().pixels() == fresh->surface().pixels());
    CHECK(repaint(page, shown, *screen).empty());
  }
}

TEST_CASE("a screen that lost its picture is shown whole; a clip ends where it was pushed") {
  Shown shown({100, 50});
  shown.fill({0, 0, 100, 50}, paper);
  CHECK(shown.take_changes() == std::vector<Rect>{{0, 0, 100, 50}});
  shown.fill({0, 0, 100, 50}, paper);
  CHECK(shown.take_changes().empty());
  shown.forget();
  shown.fill({0, 0, 100, 50}, paper);
  CHECK(shown.take_changes() == std::vector<Rect>{{0, 0, 100, 50}});
  CHECK_THROWS_AS(shown.pop_clip(), std::logic_error);
}

TEST_CASE("absurd places are no place, and harm nothing") {
  Shown shown({100, 50});
  shown.take_changes();
  Paragraph paragraph = fixture::typed(U"HHHH", fixture::sans, 41);
  paragraph.lines[0].glyphs[1].x = 1e30F;
  paragraph.lines[0].glyphs[2].y = std::nanf("");
  shown.text(paragraph, 0, 0, ink, ink);
  shown.text(paragraph, std::nanf(""), 0, ink, ink);
  shown.fill_circle(0, 0, std::nanf(""), ink);
  shown.fill_circle(1e30F, 0, 1e30F, ink);
  shown.fill({-5, -5, 0, 0}, ink);
  shown.take_changes();
  CHECK(whole_pixels(0.2, 0.9, 1.1, 1.0) == Rect{0, 0, 2, 1});
  CHECK(whole_pixels(std::nan(""), 0, 1, 1) == Rect{});
}
