#include "content-engine/search/folding.h"

#include <doctest/doctest.h>

#include <array>

#include "content-engine/search/stemmer.h"
#include "content-engine/search/stop_words.h"

using namespace content;

static std::string fold(std::string_view text, std::string_view language) {
  return folded(lowered(prepared(text), language), language);
}

struct Alike {
  std::string_view language, one, other;
};

TEST_SUITE("search/folding") {
  TEST_CASE("spellings of one word are one word, language by language") {
    static constexpr std::array<Alike, 47> alike{{
        {"de", "Bürgergeld", "Buergergeld"},
        {"de", "Bürgergeld", "burgergeld"},
        {"de", "Straße", "STRASSE"},
        {"de", "Ärzte", "Aerzte"},
        {"de", "Schönöl", "Schoenoel"},
        {"de-simple", "Bundes·tag", "Bundestag"},
        {"de", "Auf\u00ADenthalt", "Aufenthalt"},
        {"de", "Müller", "Mu\u0308ller"},
        {"tr", "IŞIK", "ışık"},
        {"tr", "ışık", "isik"},
        {"tr", "İZMİR", "izmir"},
        {"tr", "çocuk", "cocuk"},
        {"ar", "إقامة", "اقامه"},
        {"ar", "أطفال", "اطفال"},
        {"ar", "آسيا", "اسيا"},
        {"ar", "مُسْتَشْفى", "مستشفي"},
        {"ar", "كتـــاب", "كتاب"},
        {"ar", "رقم ١٢٣", "رقم 123"},
        {"ar", "\uFEDB\uFE98\uFE8E\uFE8F", "كتاب"},
        {"fa", "کودک", "كودك"},
        {"fa", "می\u200Cخواهم", "میخواهم"},
        {"fa", "فارسی", "فارسي"},
        {"fa", "۱۴۰۵", "1405"},
        {"fa-AF", "یک", "يك"},
        {"ckb", "کوردی", "كوردي"},
        {"ckb", "بەخێر", "بهخێر"},
        {"ps", "ټولنه", "ټولنۀ"},
        {"ur", "ہسپتال", "هسپتال"},
        {"ru", "ещё", "еще"},
        {"ru", "за\u0301мок", "замок"},
        {"uk", "сім'я", "сім’я"},
        {"uk", "сімʼя", "сімя"},
        {"uk", "ґанок", "ганок"},
        {"bg", "сѝ", "си"},
        {"ro", "și", "şi"},
        {"ro", "țară", "tara"},
        {"pl", "łódź", "lodz"},
        {"hr", "đak", "dak"},
        {"sr", "школа", "skola"},
        {"sr", "љубав", "ljubav"},
        {"el", "Ελληνικός", "ελληνικοσ"},
        {"vi", "Tiếng Việt", "tieng viet"},
        {"vi", "đường", "duong"},
        {"fr", "œuvre", "oeuvre"},
        {"ku", "Kurdî", "kurdi"},
        {"ti", "ፀሓይ", "ጸሓይ"},
        {"zh-Hans", "ＡＢＣ１", "abc1"},
    }};
    for (const Alike& pair : alike) {
      INFO(pair.language, ": ", pair.one, " ", pair.other);
      CHECK(fold(pair.one, pair.language) == fold(pair.other, pair.language));
      CHECK_FALSE(fold(pair.one, pair.language).empty());
    }
  }

  TEST_CASE("what makes another word stays apart") {
    static constexpr std::array<Alike, 15> apart{{
        {"hi", "की", "का"},  // vowel signs
        {"hi", "दिन", "दीन"},
        {"hi", "कि", "क"},
        {"th", "ไม่", "ไม้"},  // tone marks
        {"th", "ที่", "ที"},
        {"bn", "কি", "কী"},
        {"ta", "கல்", "கால்"},
        {"my", "မ", "မာ"},
        {"km", "កា", "កិ"},
        {"ru", "мой", "мои"},
        {"uk", "їх", "іх"},
        {"mk", "ќе", "ке"},
        {"de", "neue", "neu"},
        {"de", "Quelle", "Qulle"},
        {"ti", "ሰብ", "ሱብ"},
    }};
    for (const Alike& pair : apart) {
      INFO(pair.language, ": ", pair.one, " ", pair.other);
      CHECK(fold(pair.one, pair.language) != fold(pair.other, pair.language));
    }
  }

  TEST_CASE("forms of a word have one stem") {
    static constexpr std::array<Alike, 9> forms{{{"de", "antrag", "antrags"},
                                                 {"de", "wohnung", "wohnungen"},
                                                 {"en", "registering", "registered"},
                                                 {"en", "families", "family"},
                                                 {"uk", "реєстрація", "реєстрації"},
                                                 {"pl", "szkoła", "szkoły"},
                                                 {"bg", "училище", "училищата"},
                                                 {"ru", "школа", "школы"},
                                                 {"fa", "کتاب", "کتاب‌ها"}}};
    for (const Alike& pair : forms) {
      INFO(pair.language, ": ", pair.one, " ", pair.other);
      const Stemmer stemmer(pair.language);
      const auto plain = [](std::string_view word) { return to_utf8(prepared(word)); };
      CHECK(stemmer.stem(plain(pair.one)) == stemmer.stem(plain(pair.other)));
    }
    CHECK(Stemmer("ti").stem("ሰብ") == "ሰብ");
  }

  TEST_CASE("words that only hold a question together count little, in folded form too") {
    CHECK(StopWords("de").weight("fur") < 0.2);
    CHECK(StopWords("de-simple").weight("welche") < 0.2);
    CHECK(StopWords("de").weight("finden") == 1);
    CHECK(StopWords("de").weight("kindergeld") == 1);
    CHECK(StopWords("ar").weight(fold("كيف", "ar")) < 0.2);
    CHECK(StopWords("xx").weight("the") == 1);
  }
}
