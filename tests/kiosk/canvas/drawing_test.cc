#include "kiosk/canvas/drawing.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/canvas/pictograms.h"

using namespace kiosk;

namespace {

// A file of the look's kind around `shapes`; its quotation marks are written as apostrophes here.
std::string file(const std::string& shapes, const std::string& view_box = "viewBox='0 0 48 48'") {
  std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' " + view_box +
                    " fill='none' stroke='currentColor' stroke-width='3' stroke-linecap='round'"
                    " stroke-linejoin='round'>\n" +
                    shapes + "\n</svg>\n";
  std::replace(svg.begin(), svg.end(), '\'', '"');
  return svg;
}

Drawing drawing(const std::string& shapes) {
  auto parsed = parse_drawing(file(shapes));
  REQUIRE_MESSAGE(parsed, shapes);
  return std::move(*parsed);
}

int covered(const Mask& mask, int x, int y) {
  return mask.coverage[static_cast<std::size_t>(y * mask.width + x)];
}

double sum(const Mask& mask) {
  double total = 0;
  for (const std::uint8_t coverage : mask.coverage) {
    total += coverage / 255.0;
  }
  return total;
}

}  // namespace

TEST_CASE("strokes are as wide as they say, with round ends") {
  const Mask mask = rasterise(drawing("<path d='M10 24h28'/>"), 48);
  CHECK(covered(mask, 24, 22) == 128);  // half of the row from 22.5
  CHECK(covered(mask, 24, 23) == 255);
  CHECK(covered(mask, 24, 24) == 255);
  CHECK(covered(mask, 24, 25) == 128);
  CHECK(covered(mask, 24, 21) == 0);
  CHECK(sum(mask) == doctest::Approx(28 * 3 + 3.14159 * 1.5 * 1.5).epsilon(0.01));
}

TEST_CASE("circles, rectangles and their fills cover their area") {
  const double pi = 3.14159265;
  CHECK(sum(rasterise(drawing("<circle cx='24' cy='24' r='17.5'/>"), 96)) ==
        doctest::Approx(4 * pi * (19.0 * 19 - 16 * 16)).epsilon(0.005));
  CHECK(sum(rasterise(drawing("<circle cx='24' cy='24' r='10' fill='currentColor' stroke='none'/>"),
                      96)) == doctest::Approx(4 * pi * 100).epsilon(0.005));
  CHECK(sum(rasterise(
            drawing("<rect x='6' y='8' width='20' height='10' fill='currentColor' stroke='none'/>"),
            48)) == doctest::Approx(200));
  const Mask ring = rasterise(drawing("<path d='M4 4h40v40H4zM14 14h20v20H14z' fill-rule='evenodd' "
                                      "fill='currentColor' stroke='none'/>"),
                              48);
  CHECK(sum(ring) == doctest::Approx(1600 - 400));
}

TEST_CASE("a closed path in either sense is stroked the same") {
  const Mask one = rasterise(drawing("<path d='M10 10h20v20h-20z'/>"), 48);
  const Mask other = rasterise(drawing("<path d='M10 10v20h20v-20z'/>"), 48);
  CHECK(one == other);
  CHECK(covered(one, 20, 20) == 0);
  CHECK(covered(one, 20, 9) == 255);
}

TEST_CASE("a path that goes nowhere draws nothing, what follows it is drawn") {
  for (const char* nowhere :
       {"M12 27", "M12 27h0", "M12 27z", "M12 27c0 0 0 0 0 0", "M12 27M3 3"}) {
    CHECK(sum(rasterise(drawing(std::string("<path d='") + nowhere + "'/>"), 48)) == 0);
  }
  CHECK(sum(rasterise(drawing("<path d='M12 27M10 24h28M3 3'/>"), 48)) > 80);
}

TEST_CASE("relative, absolute, repeated and shorthand commands mean the same outline") {
  const auto same = [](const char* one, const char* other) {
    const auto a = parse_path_data(one);
    const auto b = parse_path_data(other);
    REQUIRE_MESSAGE(a, one);
    REQUIRE_MESSAGE(b, other);
    CHECK_MESSAGE(a->segments() == b->segments(), one);
  };
  same("M1 2l3 4", "M1 2L4 6");
  same("M1 2 4 6", "M1,2L4,6");
  same("m1 2 3 4h2v-3", "M1 2L4 6H6V3");
  same("M0 0c1 1 2 2 3 0s2-1 3 0", "M0 0C1 1 2 2 3 0C4 -2 5 -1 6 0");
  same("M0 0s1 1 2 0", "M0 0C0 0 1 1 2 0");
  same("M.5.5-1-1", "M0.5 0.5L-1 -1");
  same("M0 0a1 1 0 012 2", "M0 0A1 1 0 0 1 2 2");
  same("M1 1h2zh3", "M1 1L3 1ZL4 1");
}

TEST_CASE("an arc goes the way its flags say") {
  const auto small = parse_path_data("M0 0A10 10 0 0 1 10 10");
  REQUIRE(small);
  REQUIRE(small->segments().size() == 2);
  CHECK(small->segments()[1].first.x == doctest::Approx(5.5228).epsilon(0.001));
  CHECK(small->segments()[1].first.y == doctest::Approx(0).epsilon(0.001));
  const auto large = parse_path_data("M0 0A10 10 0 1 1 10 10");
  REQUIRE(large);
  CHECK(large->segments().size() == 4);  // three quarters of a turn
  CHECK(large->current() == Point{10, 10});
  const auto stretched = parse_path_data("M0 0A1 1 0 0 1 10 0");  // too small a radius grows
  REQUIRE(stretched);
  CHECK(stretched->current() == Point{10, 0});
}

TEST_CASE("every pictogram of the look can be drawn, and none touches the edge of its square") {
  REQUIRE(pictogram_files().size() >= 66);
  for (const PictogramFile& picture : pictogram_files()) {
    const auto parsed = parse_drawing(picture.svg);
    REQUIRE_MESSAGE(parsed, std::string(picture.name));
    for (const int side : {40, 46, 60, 84, 116}) {
      const Mask mask = rasterise(*parsed, side);
      CHECK_MESSAGE(sum(mask) > side * side * 0.03, std::string(picture.name));
      bool at_edge = false;
      for (int i = 0; i < side; ++i) {
        at_edge = at_edge || covered(mask, i, 0) > 0 || covered(mask, 0, i) > 0 ||
                  covered(mask, i, side - 1) > 0 || covered(mask, side - 1, i) > 0;
      }
      CHECK_FALSE_MESSAGE(at_edge, std::string(picture.name));
    }
  }
}

TEST_CASE("pictograms are found by name, sorted, and the cache holds few bytes") {
  const auto files = pictogram_files();
  CHECK(std::is_sorted(files.begin(), files.end(),
                       [](const auto& one, const auto& other) { return one.name < other.name; }));
  CHECK(has_pictogram("leave-now"));
  CHECK_FALSE(has_pictogram("leave"));
  Pictograms pictograms;
  CHECK(pictograms.mask("nothing-like-it", 40, Mirror::No).width == 0);
  for (int side = 40; side < 120; ++side) {
    for (const auto& picture : files) {
      CHECK(pictograms.mask(picture.name, side, Mirror::No).width == side);
    }
  }
  CHECK(pictograms.cached_bytes() <= 2u * 1024 * 1024);
}

TEST_CASE("mirrored pictograms are the same picture turned round, pixel by pixel") {
  Pictograms pictograms;
  const Mask plain = pictograms.mask("back", 60, Mirror::No);
  const Mask turned = pictograms.mask("back", 60, Mirror::Yes);
  CHECK(plain != turned);
  for (int y = 0; y < 60; ++y) {
    for (int x = 0; x < 60; ++x) {
      CHECK(covered(plain, x, y) == covered(turned, 59 - x, y));
    }
  }
}

TEST_CASE("files that are not the look's are refused, whatever they hold") {
  const std::vector<std::string> refused{
      "",
      "<svg",
      "<svg>",
      "<html></html>",
      file("", "viewBox='0 0 48 24'"),
      file("", "viewBox='0 0 0 0'"),
      file("", "viewBox='0 0 x x'"),
      file("", "viewBox='0 0 48 48' onload='x'"),
      file("<script/>"),
      file("<image href='file:///etc/passwd'/>"),
      file("<path/>"),
      file("<path d='L1 1'/>"),
      file("<path d='M1'/>"),
      file("<path d='M1 1Q2 2 3 3'/>"),
      file("<path d='M1e300 1'/>"),
      file("<path d='Mnan 1'/>"),
      file("<path d='M1 1z2 2'/>"),
      file("<path d='M1 1' fill='red'/>"),
      file("<path d='M1 1' d='M2 2'/>"),
      file("<path d='M1 1'"),
      file("<rect x='1' y='1' width='-4' height='3'/>"),
      file("<circle cx='1' cy='1'/>"),
      file("<circle cx='1' cy='1' r='5' transform='scale(9)'/>"),
      file("<g></g>"),
      file("<path d='M1 1h1'/>") + "more",
      std::string(70 * 1024, ' '),
  };
  for (const std::string& svg : refused) {
    CHECK_FALSE_MESSAGE(parse_drawing(svg), svg.substr(0, 300));
  }
  std::string many = "M0 0";
  for (int i = 0; i < 5000; ++i) {
    many += "h1h-1";
  }
  CHECK_FALSE(parse_path_data(many));
  CHECK(parse_drawing(std::string(70 * 1024, ' ')).failure().refusal == content::Refusal::TooLarge);
}

TEST_CASE("a side that no page can mean gives nothing") {
  const Drawing any = drawing("<circle cx='24' cy='24' r='10'/>");
  CHECK(rasterise(any, 0).coverage.empty());
  CHECK(rasterise(any, -5).coverage.empty());
  CHECK(rasterise(any, 100'000).coverage.empty());
  CHECK(rasterise(any, 1).coverage.size() == 1);
}
