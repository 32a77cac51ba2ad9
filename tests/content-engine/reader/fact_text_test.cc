#include "content-engine/reader/fact_text.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace content;

static Fact fact(FactKind kind, std::string value) {
  return {.id = "f", .kind = kind, .value = std::move(value), .verified = true};
}

static Language language(std::string locale, Direction direction = Direction::LeftToRight) {
  return {.tag = "x", .format_locale = std::move(locale), .direction = direction};
}

// Signs nobody sees are written as <U+XXXX>.
static std::string visible(std::string text) {
  for (const auto& [sign, name] : {std::pair{"\u00A0", "<00A0>"},
                                   {"\u202F", "<202F>"},
                                   {"\u200E", "<200E>"},
                                   {"\u200F", "<200F>"},
                                   {"\u061C", "<061C>"}})
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.replace(at, std::string_view(sign).size(), name);
  return text;
}

TEST_SUITE("reader/fact_text") {
  // The languages of the plan as this ICU writes them; a newer ICU may differ, and then somebody
  // looks. WEGWEISER_REBASELINE=1 writes the file anew.
  TEST_CASE("facts in every language of the plan") {
    const char* const path = SOURCE_DIR "/tests/content-engine/reader/golden/facts.txt";
    const std::pair<const char*, Direction> locales[] = {
        {"de-DE", {}},
        {"tr", {}},
        {"ar-u-nu-latn", Direction::RightToLeft},
        {"en-GB", {}},
        {"uk", {}},
        {"ro", {}},
        {"fa-u-ca-gregory-nu-latn", Direction::RightToLeft},
        {"pl", {}},
        {"bg", {}},
        {"ru", {}},
        {"fa-AF", Direction::RightToLeft},
        {"ku", {}},
        {"ckb-u-nu-latn", Direction::RightToLeft},
        {"sq", {}},
        {"sr-Latn", {}},
        {"bs", {}},
        {"hr", {}},
        {"mk", {}},
        {"it", {}},
        {"el", {}},
        {"es", {}},
        {"fr", {}},
        {"hu", {}},
        {"pt-PT", {}},
        {"ti", {}},
        {"so", {}},
        {"ps", Direction::RightToLeft},
        {"ur", Direction::RightToLeft},
        {"vi", {}},
        {"zh-Hans", {}},
        {"am", {}},
        {"ka", {}},
        {"kmr", {}}};
    std::ostringstream table;
    for (const auto& [tag, direction] : locales) {
      table << tag;
      for (const Fact& one :
           {fact(FactKind::Amount, "259"), fact(FactKind::Amount, "1027.60"),
            fact(FactKind::Number, "1234567.5"), fact(FactKind::Date, "2026-11-23")})
        table << " | " << visible(write_fact(one, language(tag, direction))->text);
      table << '\n';
    }
    if (std::getenv("WEGWEISER_REBASELINE") != nullptr)
      std::ofstream(path) << table.str();
    std::ifstream in(path);
    std::ostringstream expected;
    expected << in.rdbuf();
    CHECK(table.str() == expected.str());
  }

  TEST_CASE("digits are Latin and years Gregorian whatever the locale is used to") {
    for (const char* locale : {"ar", "fa", "ps", "ckb", "ar-EG", "th-TH-u-ca-buddhist"}) {
      const auto date = write_fact(fact(FactKind::Date, "2026-11-23"), language(locale));
      CHECK_MESSAGE(date->text.find("2026") != std::string::npos, locale << ": " << date->text);
      CHECK(date->text.find("23") != std::string::npos);
      CHECK(write_fact(fact(FactKind::Amount, "259"), language(locale))->text.find("259") !=
            std::string::npos);
    }
  }

  TEST_CASE("a whole amount has no decimals, an uneven one has two") {
    const auto written = [](std::string value) {
      return write_fact(fact(FactKind::Amount, std::move(value)), language("de-DE"))->text;
    };
    CHECK(written("259") == "259\u00A0€");
    CHECK(written("259.00") == "259\u00A0€");
    CHECK(written("27.60") == "27,60\u00A0€");
    CHECK(written("27.6") == "27,60\u00A0€");
    CHECK(written("0") == "0\u00A0€");
    CHECK(written("1603") == "1.603\u00A0€");
  }

  TEST_CASE("a phone number cannot break and runs left to right in every language") {
    const auto phone = write_fact(fact(FactKind::Phone, "02323 16-4499"),
                                  language("ar-u-nu-latn", Direction::RightToLeft));
    CHECK(*phone == FactText{"02323\u00A016-4499", "ltr"});
  }

  TEST_CASE("a date runs as its language does, a text as its first strong letter") {
    const Language arabic = language("ar", Direction::RightToLeft);
    CHECK(write_fact(fact(FactKind::Date, "2026-11-23"), arabic)->isolate == "rtl");
    CHECK(write_fact(fact(FactKind::Date, "2026-11-23"), language("tr"))->isolate == "ltr");
    CHECK(*write_fact(fact(FactKind::Text, "AOK"), arabic) == FactText{"AOK", "auto"});
  }

  TEST_CASE("a value that is not of its kind is no fact") {
    for (const char* value : {"", "abc", "1,5", "-3", "1.234.567", "1e9", "NaN", "259 €", ".5",
                              "5.", "1234567890123456", "1.234"})
      CHECK_MESSAGE(!write_fact(fact(FactKind::Amount, value), language("de-DE")), value);
    CHECK_FALSE(write_fact(fact(FactKind::Date, "23.11.2026"), language("de-DE")));
    CHECK_FALSE(write_fact(fact(FactKind::Text, std::string(501, 'x')), language("de-DE")));
  }

  TEST_CASE("a locale without data is written the neutral way, not the machine's") {
    for (const char* locale : {"prs", "qqq", "", "-", "x-y", "de_DE@calendar"}) {
      INFO(locale);
      CHECK(write_fact(fact(FactKind::Date, "2026-11-23"), language(locale)));
    }
    CHECK(write_fact(fact(FactKind::Date, "2026-11-03"), language("prs"))->text == "03.11.2026");
    CHECK(write_fact(fact(FactKind::Amount, "1027.60"), language("prs"))->text ==
          "1.027,60\u00A0€");
  }

  TEST_CASE("the words for «being checked» lose their quoting") {
    CHECK(plain_word("wird geprüft") == "wird geprüft");
    CHECK(plain_word("en cours d''examen") == "en cours d'examen");
    CHECK(plain_word("a {broken") == "a {broken");
  }

  TEST_CASE("a fact holds from its first to its last day [R29]") {
    Fact one = fact(FactKind::Amount, "1");
    CHECK(holds(one, {1990, 1, 1}));
    one.valid_from = Date{2026, 1, 1};
    one.valid_to = Date{2026, 12, 31};
    CHECK_FALSE(holds(one, {2025, 12, 31}));
    CHECK(holds(one, {2026, 1, 1}));
    CHECK(holds(one, {2026, 12, 31}));
    CHECK_FALSE(holds(one, {2027, 1, 1}));
    one.verified = false;
    CHECK_FALSE(holds(one, {2026, 6, 1}));
  }
}
