#include "kiosk/selftest/out_of_service.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kiosk/selftest/embedded.h"
#include "kiosk/selftest/lettering.h"
#include "kiosk/widgets/theme.h"

using kiosk::Notice;
using kiosk::Rect;
using kiosk::Size;
using kiosk::Surface;

namespace {

const Notice notice{"Stadt Herne", "02323 16-0", "3", "W-17", 10, 24};

// Whether anything other than the ground lies in the part.
bool marked(const Surface& page, const Rect& part) {
  const kiosk::Color paper = kiosk::palette(kiosk::Theme::Light).paper;
  for (int y = part.y; y < part.bottom(); ++y)
    for (int x = part.x; x < part.right(); ++x)
      if (page.at(x, y) != paper)
        return true;
  return false;
}

Surface drawn(Size size, const Notice& what = notice) {
  Surface page(size);
  CHECK(kiosk::draw_out_of_service(what, page));
  return page;
}

}  // namespace

TEST_SUITE("selftest/out_of_service") {
  TEST_CASE("it speaks seven languages; only right-to-left ones are pictures") {
    const auto languages = kiosk::embedded_languages();
    CHECK(languages.size() == 7);
    CHECK(languages.front().tag == "de");
    for (const auto& language : languages) {
      INFO(std::string(language.tag));
      const bool picture = language.tag == "ar";
      CHECK(language.title.empty() == picture);
      CHECK(language.text.empty() == picture);
      CHECK((language.title_picture.width > 0) == picture);
      CHECK((language.text_picture.width > 0) == picture);
    }
  }

  TEST_CASE("every letter it says is in the embedded fonts") {
    const auto lettering = kiosk::Lettering::open();
    REQUIRE(lettering);
    for (const auto& language : kiosk::embedded_languages())
      for (const std::string& text : {std::string(language.title), std::string(language.text)})
        CHECK_MESSAGE(lettering->missing(text).empty(), text);
    for (const auto cut : {kiosk::Cut::Regular, kiosk::Cut::SemiBold, kiosk::Cut::Bold})
      CHECK(lettering->missing("Ökoämter Łódź 0123456789 W-17 · ß", cut).empty());
    CHECK_FALSE(lettering->missing("漢").empty());
  }

  TEST_CASE("all of it fits on every kind of panel") {
    for (const Size size : {Size{1080, 1920}, Size{1920, 1080}, Size{768, 1366}, Size{1280, 1024},
                            Size{2160, 3840}, Size{480, 854}}) {
      INFO(size.width << "x" << size.height);
      const Surface page = drawn(size);
      const int margin = 30 * std::min(size.width, size.height) / 1080;
      CHECK_FALSE(marked(page, {0, 0, margin, size.height}));
      CHECK_FALSE(marked(page, {size.width - margin, 0, margin, size.height}));
      CHECK_FALSE(marked(page, {0, size.height - margin, size.width, margin}));
      CHECK(marked(page, {0, 0, size.width / 2, size.height / 4}));
      CHECK(marked(page, {0, size.height * 3 / 4, size.width, size.height / 4}));
    }
  }

  TEST_CASE("the languages end above the numbers") {
    for (const Size size : {Size{1080, 1920}, Size{1920, 1080}}) {
      const Surface page = drawn(size);
      const bool portrait = size.height > size.width;
      const int numbers = size.height - 48 - 56 - 30 - 170;
      if (portrait)
        CHECK_FALSE(marked(page, {0, numbers - 20, size.width, 20}));
      else
        CHECK_FALSE(marked(page, {0, numbers - 20, size.width / 2, 20}));
    }
  }

  TEST_CASE("each number's words stay in its panel") {
    const kiosk::Color sunk = kiosk::palette(kiosk::Theme::Light).sunk;
    for (const Size size : {Size{1080, 1920}, Size{1920, 1080}}) {
      const Surface page = drawn(size);
      const int top = size.height - 48 - 56 - 30 - 170;
      int gap = size.width / 3;  // a row through the panels, above their words
      while (gap > 0 && page.at(gap, top + 20) == sunk)
        --gap;
      while (page.at(gap, top + 20) == sunk || page.at(gap + 19, top + 20) == sunk)
        ++gap;
      CHECK_FALSE(marked(page, {gap, top, 20, 170}));
    }
  }

  TEST_CASE("the code and the time are on it") {
    const Surface page = drawn({1080, 1920});
    Notice other = notice;
    other.code = "W-20";
    CHECK(drawn({1080, 1920}, other).pixels() != page.pixels());
    other = notice;
    other.minute = 25;
    CHECK(drawn({1080, 1920}, other).pixels() != page.pixels());
    CHECK(drawn({1080, 1920}).pixels() == page.pixels());
  }
}
