// The keyboards on the glass, one a language: which letter lies where, as on the real keyboards
// that its readers know (their source is named in each file of layouts/). They are part of the
// program and parsed once. Rows run from the left edge in every language: hands know places, not
// directions. A language that cannot be typed one key a letter has none.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"

namespace kiosk {

struct KeyCap {
  std::string types;   // what it adds to the text
  std::string label;   // a mark is shown on a dotted circle
  std::string spoken;  // a name where the sign alone would not be understood

  bool operator==(const KeyCap&) const = default;
};
using KeyRows = std::vector<std::vector<KeyCap>>;

struct Keyboard {
  std::vector<std::string> languages;  // tags
  std::string label = "ABC";           // on the key that leads to these letters
  std::vector<std::string> rarely;     // letters of the alphabet that are left out, with a reason
  KeyRows rows;

  bool operator==(const Keyboard&) const = default;
};

// One file of layouts/. Malformed says which line.
content::Result<Keyboard> parse_keyboard(std::string_view text);

// Of the language, or of the language without its last subtags, or of the best known language of
// its script; null for a script that no keyboard of ours can type.
const Keyboard* keyboard_of(std::string_view language, std::string_view script);
// German letters: what stands on letters from an office, whoever reads them.
const Keyboard& german_keyboard();
// Digits and signs, for every language.
const Keyboard& sign_keyboard();

// All files, for tests: name and text. Sorted by name; made by the build.
struct KeyboardFile {
  std::string_view name;
  std::string_view text;
};
std::vector<KeyboardFile> keyboard_files();

}  // namespace kiosk
