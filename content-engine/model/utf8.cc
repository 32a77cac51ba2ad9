#include "content-engine/model/utf8.h"

namespace content {

static constexpr char32_t last_code_point = 0x10FFFF;

static bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80)
    return {lead, 1, true};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
    return {};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t index = 1; index < length; ++index) {
    if (!is_continuation(text[at + index]))
      return {};
    value = (value << 6U) | (static_cast<unsigned char>(text[at + index]) & 0x3FU);
  }
  static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least[length] || value > last_code_point || surrogate)
    return {};
  return {value, length, true};
}

Character last_character(std::string_view text) {
  if (text.empty())
    return {};
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && is_continuation(text[at]))
    --at;
  const Character character = character_at(text, at);
  return at + character.length == text.size() ? character : Character{};
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::string code_point(char32_t c) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (unsigned shift = 0; shift < 16 || (c >> shift) != 0; shift += 4)
    name.insert(name.begin(), digits[(c >> shift) & 0xFU]);
  return "U+" + name;
}

}  // namespace content
