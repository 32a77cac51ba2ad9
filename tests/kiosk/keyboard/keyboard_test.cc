// Every keyboard beside what Unicode's locale data (CLDR) says its language's alphabet is.
#include "kiosk/keyboard/keyboard.h"

#include <doctest/doctest.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/usetiter.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "kiosk/text/paragraph.h"

using namespace kiosk;

namespace {

icu::UnicodeString from_utf8(const std::string& text) {
  return icu::UnicodeString::fromUTF8(text);
}

// The letters a language is written with, in lower case and taken apart into letter and marks.
std::set<std::string> alphabet(const std::string& language) {
  // Tags that CLDR knows by another name, or not at all.
  static const std::map<std::string, std::string> known_as{
      {"kmr", "ku"}, {"prs", "fa-AF"}, {"de-simple", "de"}};
  const auto other = known_as.find(language);
  const std::string name = other == known_as.end() ? language : other->second;
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData* data = ulocdata_open(icu::Locale::forLanguageTag(name, status).getName(), &status);
  icu::UnicodeSet letters;
  ulocdata_getExemplarSet(data, letters.toUSet(), 0, ULOCDATA_ES_STANDARD, &status);
  REQUIRE(U_SUCCESS(status));
  ulocdata_close(data);
  std::set<std::string> found;
  icu::UnicodeSetIterator each(letters);
  while (each.next()) {
    // «İ» is in the Turkish alphabet as a capital; an apostrophe is typed as ’ everywhere.
    icu::UnicodeString small(each.getString());
    small.toLower(icu::Locale::forLanguageTag(name, status)).findAndReplace(u"\u02BC", u"\u2019");
    std::string letter;
    small.toUTF8String(letter);
    found.insert(letter);
  }
  return found;
}

bool typed_on(const Keyboard& board, const std::string& letters) {
  std::set<std::string> can;
  for (const auto& row : board.rows)
    for (const KeyCap& cap : row)
      can.insert(cap.types);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
  const auto has = [&](const icu::UnicodeString& text) {
    std::string one;
    text.toUTF8String(one);
    return can.contains(one);
  };
  const icu::UnicodeString whole = from_utf8(letters);
  if (has(whole))
    return true;
  // Letter by letter; and a letter with a mark as the two.
  for (int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const icu::UnicodeString one(whole.char32At(at));
    if (has(one))
      continue;
    const icu::UnicodeString marks = apart->normalize(one, status);
    const icu::UnicodeString mark(marks.char32At(marks.length() - 1));
    icu::UnicodeString base(marks, 0, marks.length() - mark.length());
    // «ế» is «ê» and a mark; «ệ» stands apart as e, dot and roof.
    icu::UnicodeString composed = icu::Normalizer2::getNFCInstance(status)->normalize(base, status);
    if (marks.length() == 3 && has(icu::UnicodeString(marks.char32At(1))))
      composed = icu::Normalizer2::getNFCInstance(status)->normalize(
          icu::UnicodeString(marks.char32At(0)) + mark, status);
    const bool mark_typed =
        has(mark) || (marks.length() == 3 && has(icu::UnicodeString(marks.char32At(1))));
    if (marks.length() < 2 || !has(composed) || !mark_typed)
      return false;
  }
  return true;
}

bool only_marks(const std::string& letters) {
  const icu::UnicodeString whole = from_utf8(letters);
  return u_charType(whole.char32At(0)) == U_NON_SPACING_MARK ||
         u_charType(whole.char32At(0)) == U_FORMAT_CHAR;
}

}  // namespace

TEST_SUITE("keyboard") {
  TEST_CASE("every letter of a language's alphabet can be typed with one key, or letter and mark") {
    for (const KeyboardFile& file : keyboard_files()) {
      const auto board = parse_keyboard(file.text);
      REQUIRE(board);
      for (const std::string& language : board->languages)
        for (const std::string& letter : alphabet(language)) {
          // Short vowels of Arabic scripts are not written in what people look for.
          if (only_marks(letter) || letter == "i\u0307")  // as is the lower case of İ in Azeri
            continue;
          const bool rare =
              std::find(board->rarely.begin(), board->rarely.end(), letter) != board->rarely.end();
          CHECK_MESSAGE((rare || typed_on(*board, letter)), language << " needs " << letter);
        }
    }
  }

  TEST_CASE("no letter lies twice on a keyboard, and no row has more keys than fit in 20 mm each") {
    for (const KeyboardFile& file : keyboard_files()) {
      const auto board = parse_keyboard(file.text);
      REQUIRE(board);
      INFO(file.name);
      std::set<std::string> seen;
      for (const auto& row : board->rows) {
        CHECK(row.size() <= 12);
        for (const KeyCap& cap : row)
          CHECK_MESSAGE(seen.insert(cap.types).second, cap.types);
      }
      CHECK(board->rows.size() >= 3);
      CHECK(board->rows.size() <= 4);
    }
  }

  TEST_CASE("every key is labelled with letters that the fonts have") {
    const auto text = TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
    REQUIRE(text);
    for (const KeyboardFile& file : keyboard_files()) {
      const auto board = parse_keyboard(file.text);
      REQUIRE(board);
      const std::string language = board->languages.empty() ? "de" : board->languages.front();
      std::string all = board->label;
      for (const auto& row : board->rows)
        for (const KeyCap& cap : row) {
          all += cap.label;
          CHECK_FALSE(cap.spoken.empty());
        }
      CHECK_MESSAGE((*text)->uncovered(all, language, Weight::Medium).empty(), file.name);
    }
  }

  TEST_CASE("letters lie where the readers' own keyboards have them") {
    const auto row = [](const char* language, const char* script, std::size_t number) {
      std::string letters;
      for (const KeyCap& cap : keyboard_of(language, script)->rows.at(number))
        letters += cap.types;
      return letters;
    };
    CHECK(row("de", "Latn", 0) == "qwertzuiopü");
    CHECK(row("tr", "Latn", 1) == "asdfghjklşi");
    CHECK(row("ar", "Arab", 0) == "ضصثقفغعهخحجد");  // from the left, in Arabic too
    CHECK(row("uk", "Cyrl", 1) == "фівапролджєґ");
    CHECK(row("fr", "Latn", 1) == "azertyuiop");
    CHECK(row("bg", "Cyrl", 0) == "явертъуиопшщ");
  }

  TEST_CASE("a language without a keyboard of its own takes its parent's or its script's") {
    CHECK(keyboard_of("ar-SY", "Arab") == keyboard_of("ar", "Arab"));
    CHECK(keyboard_of("sr", "Cyrl") != keyboard_of("sr-Latn", "Latn"));
    CHECK(keyboard_of("nl", "Latn") == keyboard_of("en", "Latn"));
    CHECK(keyboard_of("be", "Cyrl") == keyboard_of("ru", "Cyrl"));
  }

  TEST_CASE("what cannot be typed one key a letter has no keyboard") {
    CHECK(keyboard_of("zh-Hans", "Hans") == nullptr);
    CHECK(keyboard_of("ti", "Ethi") == nullptr);
    CHECK(keyboard_of("am", "Ethi") == nullptr);
  }

  TEST_CASE("a mark is shown on a circle and typed without it") {
    const auto board = parse_keyboard("languages = vi\nletters\na ◌́=sắc =\n");
    REQUIRE(board);
    CHECK(board->rows == KeyRows{{{"a", "a", "a"}, {"\u0301", "◌\u0301", "sắc"}, {"=", "=", "="}}});
  }

  TEST_CASE("what is no keyboard is refused with its line") {
    for (const char* text : {"", "letters\n", "keys = a\nletters\na\n", "letters\na\n\nb c d\n \n",
                             "letters\na b c d e f g h i j k l m\n", "label = a b\nletters\na\n"})
      CHECK_FALSE(parse_keyboard(text));
    CHECK(parse_keyboard("label = a b\nletters\na\n").failure().message == "line 1 cannot be read");
  }
}
