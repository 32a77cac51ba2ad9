#include "kiosk/canvas/surface.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "kiosk/canvas/disc.h"

using namespace kiosk;

namespace {

constexpr Color white{255, 255, 255};
constexpr Color black{0, 0, 0};

// How dark a pixel of a white surface drawn on in black is: its coverage.
int darkness(const Surface& surface, int x, int y) {
  return 255 - surface.at(x, y).red;
}

double darkness_of_all(const Surface& surface) {
  double sum = 0;
  for (const std::uint32_t pixel : surface.pixels()) {
    sum += 255 - to_color(pixel).red;
  }
  return sum / 255;
}

int different_when_turned_round(const Surface& surface) {
  const Size size = surface.size();
  int different = 0;
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      different += surface.at(x, y) != surface.at(size.width - 1 - x, y) ? 1 : 0;
      different += surface.at(x, y) != surface.at(x, size.height - 1 - y) ? 1 : 0;
      if (size.width == size.height) {
        different += surface.at(x, y) != surface.at(y, x) ? 1 : 0;
      }
    }
  }
  return different;
}

}  // namespace

TEST_CASE("a disc covers as much as its formula says, pixel by pixel and in all") {
  for (const double radius : {0.3, 1.0, 2.5, 8.0, 36.0}) {
    const Rect area{-40, -40, 81, 81};
    const Disc disc(0.25, -0.4, radius, area);
    double sum = 0;
    for (int y = area.y; y < area.bottom(); ++y) {
      for (int x = area.x; x < area.right(); ++x) {
        sum += disc.coverage(x, y);
      }
    }
    CHECK(sum == doctest::Approx(3.14159265358979 * radius * radius).epsilon(1e-9));
  }
  // A quarter of the unit disc lies in this pixel; half of it in two.
  const Disc unit(0, 0, 1, {-1, -1, 2, 2});
  CHECK(unit.coverage(0, 0) == doctest::Approx(0.7853981634));
  CHECK(unit.coverage(-1, -1) == doctest::Approx(0.7853981634));
}

TEST_CASE("the runs of a disc never promise more or less than its coverage") {
  const Rect area{0, 0, 40, 40};
  const Disc disc(19.3, 20.75, 15.6, area);
  for (int y = 0; y < 40; ++y) {
    const auto solid = disc.solid(y);
    const auto touched = disc.touched(y);
    for (int x = 0; x < 40; ++x) {
      const double covered = disc.coverage(x, y);
      if (x >= solid.first && x < solid.last) {
        CHECK(covered == doctest::Approx(1));
      }
      if (x < touched.first || x >= touched.last) {
        CHECK(covered == doctest::Approx(0));
      }
    }
  }
}

TEST_CASE("corners of a rounded rectangle have the coverage that was worked out by hand") {
  Surface surface({8, 8}, white);
  surface.fill_rounded({0, 0, 8, 8}, 2, black);
  // Corner: π/3 − √3 + 1 = 0.315 of the pixel; beside it: √3/2 + π/3 − 1 = 0.913.
  CHECK(darkness(surface, 0, 0) == 80);
  CHECK(darkness(surface, 1, 0) == 233);
  CHECK(darkness(surface, 0, 1) == 233);
  CHECK(darkness(surface, 1, 1) == 255);
  CHECK(darkness(surface, 2, 0) == 255);
}

TEST_CASE("rounded shapes are symmetrical in every corner") {
  for (const int radius : {1, 3, 12, 24}) {
    Surface filled({64, 64}, white);
    filled.fill_rounded({2, 2, 60, 60}, radius, {14, 90, 200, 255});
    CHECK(different_when_turned_round(filled) == 0);
    Surface ring({64, 64}, white);
    ring.stroke_rounded({2, 2, 60, 60}, radius, 3, {14, 90, 200, 130});
    CHECK(different_when_turned_round(ring) == 0);
  }
  Surface circle({72, 72}, white);
  circle.fill_circle(36, 36, 35.5, black);
  circle.stroke_circle(36, 36, 30, 6, white);
  CHECK(different_when_turned_round(circle) == 0);
}

TEST_CASE("a ring and what it encloses add up to the whole") {
  Surface ring({50, 40}, white);
  ring.stroke_rounded({0, 0, 50, 40}, 12, 2, black);
  Surface inside({50, 40}, white);
  inside.fill_rounded({2, 2, 46, 36}, 10, black);
  Surface whole({50, 40}, white);
  whole.fill_rounded({0, 0, 50, 40}, 12, black);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 50; ++x) {
      CHECK(std::abs(darkness(ring, x, y) + darkness(inside, x, y) - darkness(whole, x, y)) <= 1);
    }
  }
}

TEST_CASE("a circle between pixels keeps its area, and its ring its width") {
  Surface disc({40, 40}, white);
  disc.fill_circle(19.37, 20.81, 13.6, black);
  CHECK(darkness_of_all(disc) == doctest::Approx(3.14159265 * 13.6 * 13.6).epsilon(0.001));
  Surface ring({40, 40}, white);
  ring.stroke_circle(19.37, 20.81, 13.6, 3.2, black);
  const double area = 3.14159265 * (13.6 * 13.6 - 10.4 * 10.4);
  CHECK(darkness_of_all(ring) == doctest::Approx(area).epsilon(0.001));
}

TEST_CASE("a stroke thicker than the corner's radius has square inner corners") {
  Surface surface({20, 20}, white);
  surface.stroke_rounded({0, 0, 20, 20}, 3, 6, black);
  CHECK(darkness(surface, 5, 5) == 255);
  CHECK(darkness(surface, 6, 6) == 0);
  CHECK(darkness(surface, 10, 5) == 255);
  CHECK(darkness(surface, 5, 10) == 255);
  CHECK(darkness(surface, 0, 0) < 255);
  Surface full({20, 20}, white);
  full.stroke_rounded({0, 0, 20, 20}, 0, 10, black);
  CHECK(darkness_of_all(full) == doctest::Approx(400));
}

TEST_CASE("nothing is drawn outside the clip, and clips nest") {
  Surface surface({30, 30}, white);
  surface.push_clip({5, 5, 20, 20});
  surface.push_clip({0, 10, 30, 30});
  surface.fill({-100, -100, 300, 300}, black);
  surface.fill_rounded({2, 2, 26, 26}, 6, black);
  surface.stroke_rounded({1, 1, 28, 28}, 9, 4, black);
  surface.fill_circle(15, 15, 100, black);
  surface.stroke_circle(15, 15, 14, 3, black);
  const Mask mask{-3, -3, 40, 40, std::vector<std::uint8_t>(1600, 255)};
  surface.blend(mask, 0, 0, black);
  for (int y = 0; y < 30; ++y) {
    for (int x = 0; x < 30; ++x) {
      const bool inside = x >= 5 && x < 25 && y >= 10 && y < 25;
      CHECK(darkness(surface, x, y) == (inside ? 255 : 0));
    }
  }
  surface.pop_clip();
  CHECK(surface.clip() == Rect{5, 5, 20, 20});
  surface.pop_clip();
  CHECK_THROWS(surface.pop_clip());
}

TEST_CASE("blending is rounded exactly for every coverage and colour step") {
  for (int alpha = 0; alpha < 256; ++alpha) {
    for (int below = 0; below < 256; below += 5) {
      for (int above = 0; above < 256; above += 17) {
        const auto gray = [](int value) { return static_cast<std::uint32_t>(value) * 0x010101U; };
        const std::uint32_t pixel =
            blend_pixel(gray(below), gray(above), static_cast<std::uint32_t>(alpha));
        const long wanted = std::lround(below + (above - below) * alpha / 255.0);
        REQUIRE(pixel == (0xFF000000U | gray(static_cast<int>(wanted))));
      }
    }
  }
}

TEST_CASE("spans of every length and offset give the pixels of the one-pixel rule") {
  std::vector<std::uint8_t> coverage;
  for (int i = 0; i < 67; ++i) {
    coverage.push_back(static_cast<std::uint8_t>(i < 20 ? 0 : i < 40 ? 255 : i * 37));
  }
  for (const Color color : {Color{10, 200, 90, 255}, Color{10, 200, 90, 77}}) {
    for (int first = 0; first < 67; ++first) {
      const int count = 67 - first;
      std::vector<std::uint32_t> plain(67, to_pixel({200, 100, 50}));
      std::vector<std::uint32_t> filled = plain;
      mask_span(plain.data(), coverage.data() + first, count, color);
      fill_span(filled.data(), count, color);
      for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::uint8_t covered = coverage[at + static_cast<std::size_t>(first)];
        const auto rule = [&](std::uint8_t share) {
          return blend_pixel(to_pixel({200, 100, 50}), to_pixel(color),
                             scale_byte(share, color.alpha));
        };
        REQUIRE(plain[at] == rule(covered));
        REQUIRE(filled[at] == rule(255));
      }
    }
  }
}

TEST_CASE("a picture is laid over by its own alpha") {
  Surface surface({3, 1}, {100, 100, 100});
  const Picture picture{0, 0, 3, 1, {0xFF102030U, 0x00000000U, 0x80400000U}};
  surface.blend(picture, 0, 0);
  CHECK(surface.at(0, 0) == Color{0x10, 0x20, 0x30});
  CHECK(surface.at(1, 0) == Color{100, 100, 100});
  CHECK(surface.at(2, 0) == Color{114, 50, 50});
}

TEST_CASE("a surface of an impossible size is refused") {
  CHECK_THROWS(Surface({-1, 5}));
  CHECK_THROWS(Surface({100000, 5}));
  CHECK(Surface({0, 0}).pixels().empty());
}
