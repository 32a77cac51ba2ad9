#include "kiosk/canvas/glyph_images.h"

#include <doctest/doctest.h>

#include <array>

#include "fixture_fonts.h"
#include "kiosk/canvas/bounded_cache.h"
#include "tests/fixtures/open_fonts.h"

using namespace kiosk;

TEST_CASE("the glyph cache never holds more than its bytes, and gives the same glyph again") {
  constexpr std::size_t most = 60'000;
  auto images = GlyphImages::open(fixture::fonts(), most);
  REQUIRE(images);
  const GlyphPlace first{fixture::sans, 43, 41 * 64, 1, 0};
  const Mask before = (*images)->image(first).mask;
  CHECK(before.width > 0);
  for (std::uint32_t id = 1; id < 400; ++id) {
    static_cast<void>((*images)->image({fixture::sans, id, 41 * 64, 0, 0}));
    CHECK((*images)->cached_bytes() <= most);
  }
  CHECK((*images)->cached_glyphs() > 10);
  CHECK((*images)->cached_glyphs() < 400);
  CHECK((*images)->image(first).mask == before);
  (*images)->forget();
  CHECK((*images)->cached_bytes() == 0);
}

TEST_CASE("which fonts a visitor wanted is forgotten, and her glyphs come again [R34]") {
  auto images = GlyphImages::open(fixture::fonts());
  REQUIRE(images);
  const GlyphPlace place{fixture::sans, 43, 41 * 64, 1, 0};
  const Mask before = (*images)->image(place).mask;
  CHECK(open_fonts().contains("NotoSans-Regular.ttf"));
  (*images)->forget();
  CHECK_FALSE(open_fonts().contains("NotoSans-Regular.ttf"));
  CHECK((*images)->image(place).mask == before);
}

TEST_CASE("coverage is weighed for the lightness of the colour, that of a picture for none") {
  auto images = GlyphImages::open(fixture::fonts());
  REQUIRE(images);
  const Mask dark = (*images)->image({fixture::sans, 43, 41 * 64, 0, 0, 0}).mask;
  const Mask light = (*images)->image({fixture::sans, 43, 41 * 64, 0, 0, 255}).mask;
  REQUIRE(dark.coverage.size() == light.coverage.size());
  CHECK(dark.coverage != light.coverage);
  for (std::size_t i = 0; i < dark.coverage.size(); ++i)
    CHECK(light.coverage[i] >= dark.coverage[i]);
  const std::size_t glyphs = (*images)->cached_glyphs();
  for (const std::uint8_t lightness : std::array<std::uint8_t, 3>{0, 99, 255})
    static_cast<void>((*images)->image({fixture::emoji, 900, 41 * 64, 0, 0, lightness}));
  CHECK((*images)->cached_glyphs() == glyphs + 1);
}

TEST_CASE("a glyph that a font does not have is empty, a font that was not opened is a fault") {
  auto images = GlyphImages::open(fixture::fonts());
  REQUIRE(images);
  CHECK((*images)->image({fixture::sans, 9'999'999, 41 * 64, 0, 0}).mask.width == 0);
  CHECK((*images)->image({fixture::sans, 43, 0, 0, 0}).mask.width == 0);
  CHECK_THROWS(static_cast<void>((*images)->image({77, 43, 41 * 64, 0, 0})));
}

TEST_CASE("what was used last stays, what was used longest ago goes") {
  BoundedCache<int, int> cache(100);
  cache.keep(1, 10, 40);
  cache.keep(2, 20, 40);
  CHECK(*cache.find(1) == 10);
  cache.keep(3, 30, 40);
  CHECK(cache.find(2) == nullptr);
  CHECK(*cache.find(1) == 10);
  CHECK(cache.bytes() == 80);
  CHECK(cache.keep(4, 40, 1000) == 40);  // alone until something else comes
  CHECK(cache.size() == 1);
  cache.keep(5, 50, 10);
  CHECK(cache.size() == 1);
  CHECK(cache.bytes() == 10);
}
