// What the stages ask about a code point, gathered once per block of 256 and kept: asking ICU for
// each of five properties of each letter would cost more than shaping it.
// Thread-confined; bounded by the size of Unicode.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// ICU's number of a script (UAX #24); its ISO 15924 name is what dumps show.
using Script = std::uint8_t;
constexpr Script script_common = 0;
constexpr Script script_inherited = 1;

Script script_from_name(std::string_view iso15924);
std::string script_name(Script script);
bool runs_right_to_left(Script script);
// Scripts that Chinese, Japanese and Korean fonts draw together.
bool east_asian(Script script);

struct Character {
  enum Flag : std::uint16_t {
    RightToLeft = 1 << 0,  // has a bidi class that can raise a level in a left-to-right text
    Hangs = 1 << 1,        // white space that may stand outside the line's end
    Transparent = 1 << 2,  // rule L1 looks through it at a line's end; does not hang
    Silent = 1 << 3,       // a control character: takes part in the order, has no glyph
    Ignorable = 1 << 4,    // default ignorable: drawn as nothing, whatever the font says
    Space = 1 << 5,        // Zs: any font with a space can show it
    OpensBracket = 1 << 6,
    ClosesBracket = 1 << 7,
    ManyScripts = 1 << 8,    // Common or Inherited with script extensions
    Pictograph = 1 << 9,     // Extended_Pictographic
    DrawnAsEmoji = 1 << 10,  // Emoji_Presentation
    Digit = 1 << 11,         // Nd
    Latin = 1 << 12,         // a Latin letter
    NumberPart = 1 << 13,    // a digit or what stands between digits (bidi EN, ES, ET, CS)
    Wide = 1 << 14,          // drawn by East Asian fonts whatever stands before it
  };

  Script script = script_common;
  std::uint8_t grapheme = 0;  // ICU's Grapheme_Cluster_Break value
  std::uint16_t flags = 0;

  bool is(Flag flag) const { return (flags & flag) != 0; }
};

class Characters final {
 public:
  Characters();

  const Character& operator[](char32_t code_point) {
    const auto& page = pages_[code_point >> 8];
    return page ? (*page)[code_point & 0xFF] : load(code_point);
  }
  // Whether `script` is among the script extensions of `code_point`; the first of them otherwise.
  static Script script_among(char32_t code_point, Script wanted, Script second);

 private:
  using Page = std::array<Character, 256>;
  const Character& load(char32_t code_point);

  std::vector<std::unique_ptr<Page>> pages_;
};

}  // namespace kiosk
