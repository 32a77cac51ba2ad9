#include "content-engine/model/utf8.h"

#include <doctest/doctest.h>

using namespace content;

TEST_CASE("characters of every length go in and out") {
  for (const char32_t c : {U'a', U'ß', U'ع', U'ს', U'漢', U'😀', char32_t{0x10FFFF}}) {
    std::string text = "x";
    append_utf8(text, c);
    const Character read = character_at(text, 1);
    CHECK(read.valid);
    CHECK(read.value == c);
    CHECK(read.length + 1 == text.size());
    CHECK(last_character(text).value == c);
  }
}

TEST_CASE("overlong forms, surrogates, cut and stray bytes are invalid one byte at a time") {
  for (const char* wrong : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF",
                            "\x80", "\xE2\x82", "\xC3(", "\xF0\x8F\xBF\xBF"}) {
    const Character read = character_at(wrong, 0);
    CHECK_FALSE(read.valid);
    CHECK(read.length == 1);
    CHECK(read.value == replacement_character);
  }
  CHECK_FALSE(last_character("").valid);
  CHECK_FALSE(last_character("a\x80").valid);
}

TEST_CASE("what cannot be seen has a name") {
  CHECK(code_point(U'\n') == "U+000A");
  CHECK(code_point(0x202E) == "U+202E");
  CHECK(code_point(0x13000) == "U+13000");
  CHECK(code_point(0x10FFFF) == "U+10FFFF");
}
