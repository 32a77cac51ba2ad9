// With the real engine and fonts: what the look asks of labels.
#include "kiosk/widgets/scribe.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace kiosk;

namespace {

TextEngine& engine() {
  static const auto opened = TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
  REQUIRE(opened);
  return **opened;
}

Scribe german(Direction page = Direction::LeftToRight) {
  return {engine(), {}, "de", Direction::LeftToRight, page};
}

}  // namespace

TEST_CASE("a label on two lines is balanced") {
  const Box box = german().label("label", {"Schule und Ausbildung"},
                                 {.type = Type::T, .weight = Weight::SemiBold}, 330, 2);
  REQUIRE(box.paint.text->lines.size() == 2);
  const float one = box.paint.text->lines[0].width;
  const float other = box.paint.text->lines[1].width;
  CHECK(std::abs(one - other) < 60);
}

TEST_CASE("a label that needs a third line is set smaller, then narrower, never below S") {
  const Setting setting{.type = Type::T, .weight = Weight::SemiBold};
  const Wording words{"Aufenthaltserlaubnis und Einbürgerungstest"};
  const Box box = german().label("label", words, setting, 400, 2);
  CHECK(box.paint.text->lines.size() <= 2);
  CHECK(box.paint.text->lines[0].glyphs[0].size >= 41);
}

TEST_CASE("a heading's long word is set smaller where a narrow column would tear it [R09]") {
  const std::string words = "Ich brauche eine Aufenthaltserlaubnis";
  const Box box =
      german().label("title", {words}, {.type = Type::L, .weight = Weight::Bold}, 430, 3);
  for (const Line& line : box.paint.text->lines)
    CHECK((line.end == words.size() || words[line.end - 1] == ' '));
}

TEST_CASE("a paragraph takes a narrower cut where a word would be torn, and only there [R09]") {
  const std::string words = "Bringen Sie die Wohnungsgeberbestätigung mit.";
  const Box wide = german().text("text", {words}, {.type = Type::S}, 900);
  const Box box = german().text("text", {words}, {.type = Type::S}, 440);
  for (const Line& line : box.paint.text->lines)
    CHECK((line.end == words.size() || words[line.end - 1] == ' '));
  CHECK(box.paint.text->lines[0].glyphs[0].font != wide.paint.text->lines[0].glyphs[0].font);
  const Box short_words = german().text("text", {"Bringen Sie das mit."}, {.type = Type::S}, 440);
  CHECK(short_words.paint.text->lines[0].glyphs[0].font ==
        wide.paint.text->lines[0].glyphs[0].font);
}

TEST_CASE("a word that fits no cut of the bar takes the narrowest") {
  const Box box = german().fitted("word", {"Barrierefreiheit"}, {.type = Type::Bar}, 170);
  const Box wide = german().fitted("word", {"Dil"}, {.type = Type::Bar}, 170);
  CHECK(box.paint.text->lines[0].glyphs[0].font != wide.paint.text->lines[0].glyphs[0].font);
}

TEST_CASE("a German name on an Arabic page stands at the start, which is the right [R17]") {
  const Box box = german(Direction::RightToLeft).text("name", {"Herne"}, {.type = Type::S}, 500);
  const Line& line = box.paint.text->lines[0];
  CHECK(line.left + line.width == doctest::Approx(500).epsilon(0.01));
}

TEST_CASE("a slice of a paragraph begins at the top") {
  const Paragraph whole =
      german().paragraph({"eins zwei drei vier fünf sechs sieben acht"}, {.type = Type::S}, 200);
  REQUIRE(whole.lines.size() > 2);
  const Paragraph part = slice(whole, 1, 3);
  CHECK(part.lines.size() == 2);
  CHECK(part.lines[0].top == 0);
  CHECK(part.height ==
        doctest::Approx(whole.lines[2].top + whole.lines[2].height - whole.lines[1].top));
}
