// Text is UTF-8 everywhere; this steps through it by characters. Strict: overlong forms, surrogates
// and cut sequences are invalid, one byte at a time.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace content {

inline constexpr char32_t replacement_character = 0xFFFD;

struct Character {
  char32_t value = replacement_character;
  std::size_t length = 1;  // bytes; an invalid byte counts alone
  bool valid = false;
};

// The character that begins at `at`, which must be below text.size().
Character character_at(std::string_view text, std::size_t at);
// The last one; invalid when the text is empty.
Character last_character(std::string_view text);
void append_utf8(std::string& text, char32_t character);
// "U+202E": how messages name what cannot be seen.
std::string code_point(char32_t character);

}  // namespace content
