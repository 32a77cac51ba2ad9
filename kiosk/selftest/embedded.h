// What the build has put into the program so that it can say «out of service» without any file:
// words, letters, and pictures of the lines that SDL2_ttf could not set.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace kiosk {

// One line as coverage, a byte a pixel; drawn as the 22" panel of the look has it. Width 0: none.
struct EmbeddedLine {
  int width = 0;
  int height = 0;
  const unsigned char* coverage = nullptr;
};

struct EmbeddedLanguage {
  std::string_view tag;
  std::string_view title;  // empty where there is a picture
  std::string_view text;   // '\n' between lines
  EmbeddedLine title_picture;
  EmbeddedLine text_picture;
};

struct EmbeddedWords {
  std::string_view fire, police, phone, terminal;
};

// Noto Sans, cut down to the letters that can occur; a font file each.
struct EmbeddedFonts {
  std::span<const unsigned char> regular, semi_bold, bold;
};

// The first language is the large one.
std::span<const EmbeddedLanguage> embedded_languages();
const EmbeddedWords& embedded_words();
const EmbeddedFonts& embedded_fonts();

}  // namespace kiosk
