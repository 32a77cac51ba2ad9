#include "content-engine/search/word_cutter.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "content-engine/search/compounds.h"

using namespace content;

// Words with blanks between, parts in brackets.
static std::string words(std::string_view language, std::string_view text) {
  std::string all;
  for (const CutWord& word : WordCutter(language).cut(text)) {
    all += all.empty() ? "" : " ";
    all += word.is_part ? '(' + word.folded + ')' : word.folded;
  }
  return all;
}

template <typename Parts>
static std::string joined(const Parts& parts_of, std::string_view word,
                          const std::vector<std::string>& known) {
  std::string all;
  for (const std::string& part : parts_of(word, [&](std::string_view one) {
         return std::find(known.begin(), known.end(), one) != known.end();
       }))
    all += (all.empty() ? "" : "|") + part;
  return all;
}

static std::string split(std::string_view word, const std::vector<std::string>& known) {
  return joined(split_compound, word, known);
}

static std::string ends(std::string_view word, const std::vector<std::string>& known) {
  return joined(known_ends, word, known);
}

TEST_SUITE("search/word cutter") {
  TEST_CASE("words are cut as the language does") {
    CHECK(words("de", "Ich bin (neu) hier: 02323 16-0!") == "ich bin neu hier 02323 16 0 (160)");
    CHECK(words("fr", "l'école d’État") == "l ecole d etat");
    CHECK(words("en", "children's benefit") == "children benefit");
    CHECK(words("uk", "сім'я і дім") == "сімя і дім");
    CHECK(words("de", "Mehr-Generationen-Haus") == "mehr generationen haus (mehrgenerationenhaus)");
    CHECK(words("de", "…!?").empty());
    CHECK(words("de", "").empty());
    CHECK(words("de", "ab\xFF\xFE cd") == "ab cd");
  }

  TEST_CASE("languages without spaces are cut by ICU's dictionaries") {
    CHECK(words("th", "ฉันอยากเรียนภาษาเยอรมัน") == "ฉัน อยาก เรียน ภาษา เยอรมัน");
    CHECK(words("zh-Hans", "登记住所").find("登记") != std::string::npos);
    CHECK(words("zh-Hans", "住房补贴").find("补贴") != std::string::npos);
    CHECK(words("km", "ខ្ញុំចង់រៀនភាសា").find(' ') != std::string::npos);
    CHECK(words("my", "ကျွန်တော်ကျောင်းသွားသည်").find(' ') != std::string::npos);
  }

  TEST_CASE("each two Chinese characters that stand together can be found") {
    const std::string all = words("zh-Hans", "居留许可证");
    for (const char* pair : {"居留", "留许", "许可", "可证"})
      CHECK(all.find(pair) != std::string::npos);
  }

  TEST_CASE("German compounds are split into words the content has") {
    const std::vector<std::string> known{"aufenthalt", "erlaubnis", "kinder", "betreuung",
                                         "kosten",     "schule",    "platz",  "familien"};
    CHECK(split("aufenthaltserlaubnis", known) == "aufenthalt|erlaubnis");
    CHECK(split("kinderbetreuungskosten", known) == "kinder|betreuung|kosten");
    CHECK(split("schulplatz", known) == "schule|platz");
    CHECK(split("betreuung", known).empty());
    CHECK(split("unbekanntes", known).empty());
    CHECK(split("", known).empty());
  }

  TEST_CASE("of a compound that is not known as a whole, what is known at its ends") {
    const std::vector<std::string> known{"fahrrad", "kinder", "meldung", "betreuung", "schule"};
    CHECK(ends("fahrradmitnahme", known) == "fahrrad");
    CHECK(ends("kindeswohlmeldung", known) == "meldung");
    CHECK(ends("kinderbasarmeldung", known) == "kinder|meldung");
    CHECK(ends("betreuungszuschusse", known) == "betreuung");
    CHECK(ends("schulbuchausleihe", known) == "schule");
    CHECK(ends("meldung", known) == "meldung");
    CHECK(ends("rad", known).empty());
    CHECK(ends("", known).empty());
    CHECK(ends(std::string(100, 'k'), known).empty());
    CHECK(makes_compounds("de-simple"));
    CHECK_FALSE(makes_compounds("en"));
  }
}
