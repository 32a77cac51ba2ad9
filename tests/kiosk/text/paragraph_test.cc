#include "kiosk/text/paragraph.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "tests/kiosk/text/case.h"

using namespace kiosk;

namespace {

TextEngine& engine() {
  static std::unique_ptr<TextEngine> opened =
      *TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
  return *opened;
}

ParagraphRequest request(const std::string& language, const std::string& text, float width = 0) {
  ParagraphRequest made;
  made.language = language;
  made.text = text;
  made.width = width;
  return made;
}

std::string font_of(const Glyph& glyph) {
  return engine().fonts()[glyph.font].path.filename().string();
}

float right_edge(const Line& line) {
  return line.glyphs.empty() ? 0 : line.glyphs.back().x + line.glyphs.back().advance;
}

}  // namespace

TEST_SUITE("text/paragraph") {
  TEST_CASE("a box of exactly the measured width holds the text in one line") {
    for (const auto& [language, text] :
         {std::pair{"de", "Wohngeld beantragen"}, std::pair{"ar", "دار البلدية في هرنه"},
          std::pair{"ur", "آپ دفتر میں گنیں"}, std::pair{"vi", "Quý vị cần mang theo"}}) {
      const float width = engine().layout(request(language, text)).width;
      CHECK(engine().layout(request(language, text, width)).lines.size() == 1);
      CHECK(engine().layout(request(language, text, width - 1)).lines.size() == 2);
    }
  }

  TEST_CASE("start and end are left and right by the paragraph's direction") {
    const auto placed = [](const char* language, const char* text, Alignment alignment) {
      auto made = request(language, text, 500);
      made.alignment = alignment;
      return engine().layout(made).lines.at(0);
    };
    CHECK(placed("de", "Amt", Alignment::Start).left == doctest::Approx(0));
    CHECK(right_edge(placed("de", "Amt", Alignment::End)) == doctest::Approx(500));
    CHECK(right_edge(placed("ar", "دار", Alignment::Start)) == doctest::Approx(500));
    CHECK(placed("ar", "دار", Alignment::End).left == doctest::Approx(0));
    const Line centred = placed("ar", "دار", Alignment::Center);
    CHECK(centred.left == doctest::Approx(500 - right_edge(centred)));
  }

  TEST_CASE("the base direction is the language's unless told otherwise") {
    const auto direction = [](BaseDirection base, const char* language, const char* text) {
      auto made = request(language, text);
      made.direction = base;
      return engine().layout(made).direction;
    };
    using enum Direction;
    CHECK(direction(BaseDirection::FromLanguage, "ar", "Herne") == RightToLeft);
    CHECK(direction(BaseDirection::LeftToRight, "ar", "دار") == LeftToRight);
    CHECK(direction(BaseDirection::FirstStrong, "ar", "Herne دار") == LeftToRight);
    CHECK(direction(BaseDirection::FirstStrong, "de", "دار Herne") == RightToLeft);
    CHECK(direction(BaseDirection::FirstStrong, "ar", "12") == RightToLeft);
    for (const char* tag : {"ar", "fa", "fa-AF", "ckb", "ps", "ur", "he", "prs"})
      CHECK(direction(BaseDirection::FromLanguage, tag, "1") == RightToLeft);
    for (const char* tag : {"de", "de-simple", "tr", "ku", "ti", "zh-Hans", "rom", "xx"})
      CHECK(direction(BaseDirection::FromLanguage, tag, "1") == LeftToRight);
  }

  TEST_CASE("scripts are scaled and spaced as the stack says") {
    const auto measure = [](const char* language, const char* text) {
      auto made = request(language, text);
      made.style.size = 100;
      return engine().layout(made);
    };
    CHECK(measure("de", "a").lines[0].glyphs[0].size == doctest::Approx(100));
    CHECK(measure("de", "a").height == doctest::Approx(140));
    CHECK(measure("ar", "د").lines[0].glyphs[0].size == doctest::Approx(110));
    CHECK(measure("ar", "د").height == doctest::Approx(167));
    CHECK(measure("ur", "د").height == doctest::Approx(221).epsilon(0.01));
    CHECK(measure("vi", "a").height == doctest::Approx(146));
    CHECK(measure("ti", "ኣ").lines[0].glyphs[0].size == doctest::Approx(108));
    // A Latin word in Arabic is a Latin em, and does not move the baseline.
    const Paragraph mixed = measure("ar", "في Herne");
    CHECK(mixed.lines[0].glyphs[0].size == doctest::Approx(100));
    CHECK(mixed.lines[0].baseline == measure("ar", "في").lines[0].baseline);
  }

  TEST_CASE("baselines and line heights are whole pixels") {
    auto made = request("ar", "دار البلدية في هرنه قريبة", 150);
    made.style.size = 41.3F;
    const Paragraph paragraph = engine().layout(made);
    REQUIRE(paragraph.lines.size() > 2);
    for (const Line& line : paragraph.lines) {
      CHECK(line.baseline == std::round(line.baseline));
      CHECK(line.height == std::round(line.height));
    }
  }

  TEST_CASE("lines move apart only where ink would touch") {
    auto tight = request("vi", "oooo\nỄooo", 0);
    tight.style.size = 100;
    tight.style.line_height = 0.8F;
    const Paragraph paragraph = engine().layout(tight);
    CHECK(paragraph.lines[1].height > paragraph.lines[0].height);
    auto plain = request("vi", "oo\noo", 0);
    plain.style = tight.style;
    CHECK(engine().layout(plain).lines[1].height == engine().layout(plain).lines[0].height);
    CHECK(engine().layout(request("ur", "آپ دفتر میں درخواست دے سکتے ہیں", 250)).ink_bottom > 0);
  }

  TEST_CASE("tracking is for Latin, Cyrillic and Greek, never for joined letters") {
    const auto grown = [](const char* language, const char* text) {
      auto made = request(language, text);
      const float plain = engine().layout(made).width;
      made.style.tracking = 0.1F;
      return engine().layout(made).width - plain;
    };
    CHECK(grown("de", "Amt") == doctest::Approx(3 * 4.1).epsilon(0.02));
    CHECK(grown("uk", "так") == doctest::Approx(3 * 4.1).epsilon(0.02));
    CHECK(grown("el", "και") == doctest::Approx(3 * 4.1).epsilon(0.02));
    CHECK(grown("ar", "دار") == 0);
    CHECK(grown("ti", "ኣብ") == 0);
    CHECK(grown("zh", "市政") == 0);
    auto spaced = request("de", "ffi");
    spaced.style.tracking = 0.05F;
    CHECK(engine().layout(spaced).lines[0].glyphs.size() == 3);
  }

  TEST_CASE("weights and widths are real cuts; what a family lacks is its nearest") {
    const auto font = [](const char* language, const char* text, Weight weight, Stretch stretch) {
      auto made = request(language, text);
      made.style.weight = weight;
      made.style.stretch = stretch;
      return font_of(engine().layout(made).lines[0].glyphs[0]);
    };
    using enum Weight;
    CHECK(font("de", "a", Medium, Stretch::SemiCondensed) == "NotoSans-SemiCondensedMedium.ttf");
    CHECK(font("de", "a", Bold, Stretch::ExtraCondensed) == "NotoSans-ExtraCondensedBold.ttf");
    CHECK(font("ar", "د", SemiBold, Stretch::Condensed) == "NotoSansArabic-SemiBold.ttf");
    CHECK(font("ur", "د", SemiBold, Stretch::Normal) == "NotoNastaliqUrdu-Bold.ttf");
    CHECK(font("zh", "市", Medium, Stretch::Normal) == "NotoSansCJK-Regular.ttc");
    CHECK(font("zh", "市", Bold, Stretch::Normal) == "NotoSansCJK-Bold.ttc");
  }

  TEST_CASE("Chinese, Japanese and Korean have their own faces of the one file") {
    const auto face = [](const char* language) {
      const Paragraph set = engine().layout(request(language, "骨"));
      return engine().fonts()[set.lines[0].glyphs[0].font].face_index;
    };
    CHECK(face("zh-Hans") == 2);
    CHECK(face("zh") == 2);
    CHECK(face("zh-Hant") == 3);
    CHECK(face("zh-Hant-TW") == 3);
    CHECK(face("zh-HK") == 4);
    CHECK(face("ja") == 0);
    const Paragraph hangul = engine().layout(request("ko", "한"));
    CHECK(engine().fonts()[hangul.lines[0].glyphs[0].font].face_index == 1);
  }

  TEST_CASE("digits are of one width in every language, so that columns stand") {
    for (const char* language : {"de", "ar", "ur", "ti", "hi", "zh", "he", "ta"}) {
      const Paragraph set = engine().layout(request(language, "0123456789"));
      for (const Glyph& glyph : set.lines[0].glyphs)
        CHECK(glyph.advance == doctest::Approx(set.lines[0].glyphs[0].advance));
    }
  }

  TEST_CASE("a space behind a picture is as wide as any other") {
    for (const char* language : {"de", "ar", "zh", "th"}) {
      const Paragraph set = engine().layout(request(language, "\u263A\uFE0F 1 1"));
      std::vector<float> spaces;
      for (const Glyph& glyph : set.lines[0].glyphs)
        if (set.text[glyph.cluster] == ' ')
          spaces.push_back(glyph.advance);
      REQUIRE(spaces.size() == 2);
      CHECK(spaces[0] == doctest::Approx(spaces[1]));
    }
  }

  TEST_CASE("emoji and signs of other fonts move no baseline and widen no line") {
    for (const char* language : {"de", "ar", "ti"}) {
      const Paragraph plain = engine().layout(request(language, "a\na"));
      for (const char* text : {"a\u263A\uFE0F\na", "a\u2713 \u2260\na", "a\u2191\na"}) {
        const Paragraph with = engine().layout(request(language, text));
        CHECK(with.lines[0].baseline == plain.lines[0].baseline);
        CHECK(with.lines[1].baseline == plain.lines[1].baseline);
      }
    }
  }

  TEST_CASE("a number behind a foreign word in brackets is as large as one before it") {
    for (const auto& [language, letter] :
         {std::pair{"ar", "د"}, std::pair{"bn", "ক"}, std::pair{"ti", "ኣ"}, std::pair{"th", "ก"}}) {
      const Paragraph set =
          engine().layout(request(language, std::string(letter) + " 12 (Herne) 12"));
      std::vector<float> sizes;
      for (const Glyph& glyph : set.lines[0].glyphs)
        if (set.text[glyph.cluster] == '1')
          sizes.push_back(glyph.size);
      REQUIRE(sizes.size() == 2);
      CHECK(sizes[0] == sizes[1]);
    }
  }

  TEST_CASE("a range has its own weight, colour and language") {
    auto made = request("de", "Das bg: a 12 € Ende");
    made.ranges.push_back({8, 15, Weight::Bold, {}, 7, ""});
    const Paragraph set = engine().layout(made);
    for (const Glyph& glyph : set.lines[0].glyphs) {
      const bool inside = glyph.cluster >= 8 && glyph.cluster < 15;
      CHECK(glyph.color == (inside ? 7U : 0U));
      CHECK(font_of(glyph) == (inside ? "NotoSans-Bold.ttf" : "NotoSans-Regular.ttf"));
    }
    auto urdu = request("de", "Das ist اردو");
    urdu.ranges.push_back({8, 16, Weight::Regular, {}, 0, "ur"});
    const Paragraph foreign = engine().layout(urdu);
    CHECK(std::any_of(foreign.lines[0].glyphs.begin(), foreign.lines[0].glyphs.end(),
                      [](const Glyph& g) { return font_of(g) == "NotoNastaliqUrdu-Regular.ttf"; }));
  }

  TEST_CASE("what no font draws is counted and named") {
    const Paragraph set = engine().layout(request("de", "a\U00012000b\U00012001"));
    CHECK(set.missing == 2);
    CHECK(engine().layout(request("ar", "في § 25 (Herne) €")).missing == 0);
    CHECK(engine().uncovered("a\U00012000b\U00012001\U00012000", "de", Weight::Regular) ==
          U"\U00012000\U00012001");
    CHECK(engine()
              .uncovered("Grüße, 50 % — 👍🏽 ﷺ العربية", "ar", Weight::Bold)
              .empty());
  }

  TEST_CASE("the same request gives the same paragraph, also after thousands of others") {
    const auto made = request("ar", "هاتف: 02323 16-4499 في Herne", 300);
    const Paragraph first = engine().layout(made);
    CHECK(engine().layout(made) == first);
    for (int i = 0; i < 3000; ++i)
      engine().layout(request("de", "Seite " + std::to_string(i)));
    CHECK(engine().layout(made) == first);
    auto other = made;
    other.style.line_height = 1.6F;
    CHECK(engine().layout(other) != first);
  }

  TEST_CASE("a folder without its files is refused with the file's name") {
    const auto missing = TextEngine::open("/nowhere");
    REQUIRE(!missing);
    CHECK(missing.failure().refusal == content::Refusal::NotFound);
    CHECK(missing.failure().message.find("/nowhere/fonts.ini") != std::string::npos);

    const auto folder = std::filesystem::path(BINARY_DIR) / "tests/fonts";
    std::filesystem::create_directories(folder);
    const auto refuse = [&](const char* ini, content::Refusal refusal, const char* words) {
      std::ofstream(folder / "fonts.ini") << ini;
      const auto opened = TextEngine::open(folder);
      REQUIRE(!opened);
      CHECK(opened.failure().refusal == refusal);
      CHECK_MESSAGE(opened.failure().message.find(words) != std::string::npos,
                    opened.failure().message);
    };
    refuse("[family A]\nregular = a.ttf\n", content::Refusal::NotFound, "a.ttf");
    refuse("stray\n", content::Refusal::Malformed, ":1:");
    refuse("[fallback]\nfamilies = Nobody\n", content::Refusal::Malformed, "Nobody");
    refuse("[family A]\n", content::Refusal::Malformed, "[family A]");
    refuse("[script Latn]\nfactor = big\n", content::Refusal::Malformed, "factor");
    refuse("", content::Refusal::Malformed, "fallback");
  }

  TEST_CASE("a file that is no font covers nothing and breaks nothing") {
    const auto folder = std::filesystem::path(BINARY_DIR) / "tests/not-fonts";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "a.ttf") << "This is not a font.";
    std::ofstream(folder / "fonts.ini")
        << "[family A]\nregular = a.ttf\n[fallback]\nfamilies = A\n";
    const auto opened = TextEngine::open(folder);
    REQUIRE(opened);
    const Paragraph set = (*opened)->layout(request("de", "Amt"));
    CHECK(set.missing == 3);
    CHECK(set.lines.size() == 1);
  }

  TEST_CASE("every separator of UAX #9, class B, ends a paragraph and its direction") {
    for (const std::string separator :
         {"\n", "\r\n", "\r", "\x1C", "\x1D", "\x1E", "\xC2\x85", "\xE2\x80\xA9"}) {
      ParagraphRequest of_two = request("de", "Amt" + separator + "دار");
      of_two.direction = BaseDirection::FirstStrong;
      const Paragraph set = engine().layout(of_two);
      REQUIRE(set.lines.size() == 2);
      CHECK(set.lines[0].direction == Direction::LeftToRight);
      CHECK(set.lines[0].end == 3);
      CHECK(set.lines[1].direction == Direction::RightToLeft);
      CHECK(set.lines[1].start == 3 + separator.size());
    }
  }
}
