// What a visitor types into the search field, and how typing changes it. In memory only, part of
// the session and gone with it. Text is whole UTF-8 characters, at most longest_typed of them; the
// caret stands between two.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk {

inline constexpr std::size_t longest_typed = 48;

// Which keys lie on the glass.
enum class KeyLayer : std::uint8_t { Letters, German, Signs };

struct Typing {
  std::string text;
  std::uint32_t caret = 0;  // byte of the text
  // Where the text changes its direction a caret has two places: after what was typed, or before
  // what was touched.
  bool before_next = false;
  KeyLayer layer = KeyLayer::Letters;

  bool operator==(const Typing&) const = default;
};

// Puts `letters` in at the caret; what does not fit any more, or is no text, is left out.
void type(Typing& typing, std::string_view letters);
// The character before the caret goes. A mark goes before the letter that bears it.
void erase_back(Typing& typing);
// The whole text is another one, with the caret behind it.
void replace_text(Typing& typing, std::string_view text);
// "12" or "12>": byte 12, after what stands before it, or (>) before what follows. A place that is
// no place is the text's end.
void place_caret(Typing& typing, std::string_view place);
std::string caret_word(std::uint32_t offset, bool before_next);
// "letters", "german", "signs"; anything else changes nothing.
void choose_layer(Typing& typing, std::string_view layer);

}  // namespace kiosk
