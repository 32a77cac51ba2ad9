#include "kiosk/canvas/shown.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a page drawn anew shows only the key that changed") {
  Surface page({1080, 1920});
  Shown shown;
  const auto draw = [&](Color key) {
    page.fill({0, 0, 1080, 1920}, {245, 239, 227});
    page.fill_rounded({500, 700, 190, 136}, 12, key);
    page.fill_rounded({48, 1500, 190, 136}, 12, {1, 2, 3});
    return shown.update(page, page.take_damage());
  };
  CHECK(draw({10, 10, 10}) == std::vector<Rect>{{0, 0, 1080, 1920}});
  CHECK(draw({10, 10, 10}).empty());
  const auto changed = draw({20, 10, 10});
  REQUIRE(changed.size() == 1);
  CHECK(changed[0].contains(Rect{500, 700, 190, 136}));
  CHECK(changed[0].width <= 190 + 2 * 64);
  CHECK(changed[0].height <= 136 + 2 * 32);
}

TEST_CASE("what is shown is the page, pixel by pixel, whatever was drawn in between") {
  Surface page({333, 217});
  Shown shown;
  Surface screen({333, 217});
  const auto present = [&] {
    for (const Rect& part : shown.update(page, page.take_damage())) {
      for (int y = part.y; y < part.bottom(); ++y) {
        for (int x = part.x; x < part.right(); ++x) {
          screen.fill({x, y, 1, 1}, page.at(x, y));
        }
      }
    }
  };
  for (int step = 0; step < 60; ++step) {
    const auto shade = static_cast<std::uint8_t>(step * 37);
    page.fill_circle(step * 53 % 340, step * 31 % 220, 3 + step % 20, {shade, 0, 99, 200});
    page.fill({332, 216, 1, 1}, {shade, shade, shade});
    present();
    REQUIRE(screen.pixels() == page.pixels());
  }
}

TEST_CASE("another size, or a screen that lost its picture, is shown whole") {
  Shown shown;
  Surface page({100, 50});
  CHECK(shown.update(page, {}) == std::vector<Rect>{{0, 0, 100, 50}});
  CHECK(shown.update(page, {}).empty());
  shown.forget();
  CHECK(shown.update(page, {}) == std::vector<Rect>{{0, 0, 100, 50}});
  CHECK(shown.update(Surface({50, 100}), {}) == std::vector<Rect>{{0, 0, 50, 100}});
}

TEST_CASE(
    "the smallest change of one pixel is seen, wherever it is, and two pixels that change places") {
  Surface page({333, 217});
  page.fill({0, 0, 333, 217}, {245, 239, 227});
  Shown shown;
  shown.update(page, page.take_damage());
  for (int at = 0; at < 333 * 217; at += 97) {
    const Rect pixel{at % 333, at / 333, 1, 1};
    page.fill(pixel, {245, 239, 226});
    const auto changed = shown.update(page, page.take_damage());
    REQUIRE(changed.size() == 1);
    REQUIRE(changed[0].contains(pixel));
    const Rect beside{pixel.x == 332 ? 331 : pixel.x + 1, pixel.y, 1, 1};
    page.fill(pixel, {245, 239, 227});
    page.fill(beside, {245, 239, 226});
    REQUIRE_FALSE(shown.update(page, page.take_damage()).empty());
    page.fill(beside, {245, 239, 227});
    REQUIRE_FALSE(shown.update(page, page.take_damage()).empty());
  }
}
