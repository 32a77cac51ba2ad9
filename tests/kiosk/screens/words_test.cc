#include "kiosk/screens/words.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>

#include "kiosk/screens/interface_keys.h"
#include "tests/fixtures/sample_library.h"

using namespace kiosk;

namespace {

InterfaceWords words_of(const SampleLibrary& library, const char* tag) {
  return {library, *library.language(tag)};
}

std::set<std::string> keys_of(const std::string& file) {
  std::ifstream in(file);
  REQUIRE(in.is_open());
  std::set<std::string> keys;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with('#') && line.find(" = ") != std::string::npos)
      keys.insert(line.substr(0, line.find(" = ")));
  return keys;
}

}  // namespace

TEST_CASE("every value put in is isolated") {
  CHECK(fill_in("Telefon {phone}", "de-DE", {figures("phone", "02323 16-0")}) ==
        "Telefon \u206602323 16-0\u2069");
  CHECK(fill_in("{town}, hier", "de-DE", {name("town", "Herne")}) == "\u2068Herne\u2069, hier");
  CHECK(fill_in("{page} / {pages}", "tr", {number("page", 1), number("pages", 2)}) ==
        "\u20661\u2069 / \u20662\u2069");
}

TEST_CASE("a plural is chosen by the language's rules and its number isolated") {
  const char* pattern = "{n, plural, one {# день} few {# дні} many {# днів} other {# дня}}";
  CHECK(fill_in(pattern, "uk", {number("n", 1)}) == "\u20661\u2069 день");
  CHECK(fill_in(pattern, "uk", {number("n", 3)}) == "\u20663\u2069 дні");
  CHECK(fill_in(pattern, "uk", {number("n", 11)}) == "\u206611\u2069 днів");
}

TEST_CASE("digits are Latin in Arabic") {
  CHECK(fill_in("{n}", "ar-u-nu-latn", {number("n", 24)}) == "\u206624\u2069");
}

TEST_CASE("a pattern that cannot be read is shown as it is") {
  CHECK(fill_in("{oops", "de-DE", {}) == "{oops");
  CHECK(fill_in("Es ist 5 o'clock", "de-DE", {}) == "Es ist 5 o'clock");
}

TEST_CASE("dates are long and never break") {
  const SampleLibrary library;
  CHECK(words_of(library, "de").date({2026, 11, 3}) == "3.\u00A0November\u00A02026");
  CHECK(words_of(library, "tr").date({2026, 11, 23}) == "23\u00A0Kasım\u00A02026");
  CHECK(words_of(library, "ar").date({2026, 11, 23}) == "23\u00A0نوفمبر\u00A02026");
}

TEST_CASE("names in a list keep their own direction") {
  const SampleLibrary library;
  CHECK(words_of(library, "de").list({"Deutsch", "English"}) ==
        "\u2068Deutsch\u2069 und \u2068English\u2069");
}

TEST_CASE("the program's keys are exactly those of the town's default language") {
  std::set<std::string> town = keys_of(SOURCE_DIR "/content/herne/interface/de.ini");
  std::erase_if(town, [](const std::string& key) {
    return key.starts_with("situation.") || key.starts_with("group.");
  });
  std::set<std::string> program;
  for (const std::string_view key : interface_keys())
    program.insert(std::string(key));
  CHECK(program == town);
}
