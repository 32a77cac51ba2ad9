#include "kiosk/session/typing.h"

#include <algorithm>
#include <charconv>

#include "content-engine/model/utf8.h"

namespace kiosk {
namespace {

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Whole characters without controls: what a key of any keyboard may add.
bool is_text(std::string_view letters) {
  for (std::size_t at = 0; at < letters.size();) {
    const content::Character character = content::character_at(letters, at);
    if (!character.valid || character.value < 0x20 || character.value == 0x7F)
      return false;
    at += character.length;
  }
  return true;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

// The first `count` characters.
std::string_view first_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at)
    if (begins_character(text[at]) && count-- == 0)
      break;
  return text.substr(0, at);
}

}  // namespace

void type(Typing& typing, std::string_view letters) {
  if (!is_text(letters))
    return;
  const std::size_t room = longest_typed - std::min(longest_typed, characters(typing.text));
  const std::string_view fitting = first_of(letters, room);
  typing.text.insert(typing.caret, fitting);
  typing.caret += static_cast<std::uint32_t>(fitting.size());
  typing.before_next = false;
}

void erase_back(Typing& typing) {
  std::uint32_t start = typing.caret;
  if (start == 0)
    return;
  do
    --start;
  while (start > 0 && !begins_character(typing.text[start]));
  typing.text.erase(start, typing.caret - start);
  typing.caret = start;
  typing.before_next = false;
}

void replace_text(Typing& typing, std::string_view text) {
  typing.text.clear();
  typing.caret = 0;
  type(typing, text);
}

void place_caret(Typing& typing, std::string_view place) {
  typing.before_next = place.ends_with('>');
  if (typing.before_next)
    place.remove_suffix(1);
  std::uint32_t offset = 0;
  const auto [end, error] = std::from_chars(place.data(), place.data() + place.size(), offset);
  const bool whole = error == std::errc{} && end == place.data() + place.size() &&
                     offset < typing.text.size() && begins_character(typing.text[offset]);
  typing.caret = whole ? offset : static_cast<std::uint32_t>(typing.text.size());
}

std::string caret_word(std::uint32_t offset, bool before_next) {
  return std::to_string(offset) + (before_next ? ">" : "");
}

void choose_layer(Typing& typing, std::string_view layer) {
  if (layer == "letters")
    typing.layer = KeyLayer::Letters;
  else if (layer == "german")
    typing.layer = KeyLayer::German;
  else if (layer == "signs")
    typing.layer = KeyLayer::Signs;
}

}  // namespace kiosk
