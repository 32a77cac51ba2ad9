#include "kiosk/text/caret.h"

#include <doctest/doctest.h>

#include "tests/kiosk/text/case.h"

using namespace kiosk;

namespace {

struct Field {
  std::string text;
  Paragraph paragraph;
  CaretMap map;

  Field(const std::string& language, const std::string& content, float width = 0)
      : text(unescaped(content)), paragraph(set(language, text, width)), map(paragraph, text) {}

  static Paragraph set(const std::string& language, const std::string& text, float width) {
    static Typesetter typesetter(built_stack());
    ParagraphRequest request;
    request.text = text;
    request.language = language;
    request.style.size = 32;
    request.width = width;
    return typesetter.set(request);
  }
  float x(std::uint32_t offset, Caret::Side side = Caret::Side::BeforeNext) const {
    return map.place({offset, side}).x;
  }
};

constexpr auto before = Caret::Side::BeforeNext;
constexpr auto after = Caret::Side::AfterPrevious;

}  // namespace

TEST_SUITE("text/caret") {
  TEST_CASE("left to right, offsets grow with x, and a touch finds the nearer side") {
    const Field field("de", "Amt");
    CHECK(field.x(0) == doctest::Approx(0));
    CHECK(field.x(1) < field.x(2));
    CHECK(field.x(3) == doctest::Approx(field.paragraph.width));
    const float first_end = field.x(1);
    CHECK(field.map.hit(2, 10) == Caret{0, before});
    CHECK(field.map.hit(first_end - 2, 10) == Caret{1, after});
    CHECK(field.map.hit(-50, 10) == Caret{0, before});
    CHECK(field.map.hit(5000, 10) == Caret{3, after});
  }

  TEST_CASE("right to left, the text begins at the right") {
    const Field field("ar", "دار");
    CHECK(field.x(0) == doctest::Approx(field.paragraph.width));
    CHECK(field.x(6) == doctest::Approx(0));
    CHECK(field.map.hit(field.paragraph.width - 1, 10) == Caret{0, before});
    CHECK(field.map.hit(1, 10) == Caret{6, after});
  }

  TEST_CASE("a ligature is divided among its letters") {
    const Field field("de", "Stoffe");
    const float f1 = field.x(4) - field.x(3);
    const float f2 = field.x(5) - field.x(4);
    CHECK(f1 > 5);
    CHECK(f1 == doctest::Approx(f2));
    const Field lam_alef("ar", "لا");
    CHECK(lam_alef.x(0) > lam_alef.x(2));
    CHECK(lam_alef.x(2) > lam_alef.x(4));
  }

  TEST_CASE("a base and its marks are one place") {
    const Field field("de", "e\\u{301}x");
    CHECK(field.map.hit(field.x(3) - 1, 10) == Caret{3, after});
    CHECK(field.map.moved({0, before}, Arrow::Right) == Caret{3, after});
    const Field family("de", "👨‍👩‍👧‍👦x");
    CHECK(family.map.moved({0, before}, Arrow::Right).offset == 25);
  }

  TEST_CASE("where the direction changes, one offset has two places") {
    const Field field("ar", "هو Amt");
    // Behind the space: at the space's left edge, or at the left edge of A, which stands far left.
    CHECK(field.x(5, after) > field.x(5, before));
    CHECK(field.x(5, before) == doctest::Approx(0));
  }

  TEST_CASE("arrows move as they point, through every place, to the end and back") {
    for (const auto& [language, text] :
         {std::pair{"de", "Haus (12) Amt"}, std::pair{"ar", "هو Amt 12 دار"},
          std::pair{"de", "ab דה fg"}, std::pair{"ar", "شارع 02323 16-4499"}}) {
      const Field field(language, text);
      Caret caret = field.map.hit(-100, 10);
      float x = field.map.place(caret).x;
      CHECK(x == doctest::Approx(0));
      int steps = 0;
      while (field.map.moved(caret, Arrow::Right) != caret && steps < 100) {
        caret = field.map.moved(caret, Arrow::Right);
        const float next = field.map.place(caret).x;
        CHECK(next > x);
        x = next;
        ++steps;
      }
      CHECK(x == doctest::Approx(field.paragraph.width));
      CHECK(steps < 100);
      int back = 0;
      while (field.map.moved(caret, Arrow::Left) != caret && back < 100) {
        caret = field.map.moved(caret, Arrow::Left);
        ++back;
      }
      CHECK(back == steps);
      CHECK(field.map.place(caret).x == doctest::Approx(0));
    }
  }

  TEST_CASE("trailing spaces are walked through on the side where the line ends") {
    const Field latin("de", "Amt  ");
    CHECK(latin.x(5) > latin.x(4));
    CHECK(latin.x(4) > latin.x(3));
    CHECK(latin.x(3) == doctest::Approx(latin.paragraph.width));
    const Field arabic("ar", "دار  ");
    CHECK(arabic.x(8) < arabic.x(7));
    CHECK(arabic.x(7) < 0);
  }

  TEST_CASE("lines: a touch finds its line, arrows go on at its edge") {
    const Field field("de", "eins zwei drei", 90);
    REQUIRE(field.paragraph.lines.size() == 3);
    const float second = field.paragraph.lines[1].top + 5;
    CHECK(field.map.hit(0, second) == Caret{5, before});
    CHECK(field.map.place({5, before}).top == field.paragraph.lines[1].top);
    CHECK(field.map.place({5, after}).top == field.paragraph.lines[0].top);
    CHECK(field.map.hit(0, -100).offset == 0);
    CHECK(field.map.hit(0, 10'000).offset == 10);
    CHECK(field.map.moved({5, before}, Arrow::Left).offset == 4);
    CHECK(field.map.moved({5, after}, Arrow::Right) == Caret{5, before});
  }

  TEST_CASE("a range across directions is several stripes, a plain one is one") {
    const Field plain("de", "eins zwei");
    const auto one = plain.map.stripes(0, 4);
    REQUIRE(one.size() == 1);
    CHECK(one[0].left == doctest::Approx(0));
    CHECK(one[0].width == doctest::Approx(plain.x(4)));
    CHECK(one[0].height == plain.paragraph.lines[0].height);
    const Field mixed("ar", "هو Amt دار");
    CHECK(mixed.map.stripes(0, 6).size() == 2);  // «هو A»
    CHECK(mixed.map.stripes(0, 99).size() == 1);
    CHECK(mixed.map.stripes(3, 3).empty());
    const Field lines("de", "eins zwei drei", 90);
    CHECK(lines.map.stripes(0, 14).size() == 3);
  }

  TEST_CASE("an empty field has a caret where its text will begin") {
    const Field latin("de", "", 300);
    CHECK(latin.map.place({}).x == doctest::Approx(0));
    CHECK(latin.map.place({}).height > 0);
    const Field arabic("ar", "", 300);
    CHECK(arabic.map.place({}).x == doctest::Approx(300));
    CHECK(arabic.map.hit(10, 10) == Caret{});
    CHECK(arabic.map.stripes(0, 5).empty());
  }
}
