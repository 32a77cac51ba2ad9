// Can the stack draw each language? The letters and signs that Unicode's locale data lists for it
// are shaped, not only looked up: a font that has a character may still show a dotted circle.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/text/typesetter.h"

namespace kiosk {

struct Coverage {
  std::string language;
  Weight weight{};
  int clusters = 0;                // letters and signs of the language
  std::string missing;             // UTF-8: those with .notdef
  std::string circled;             // UTF-8: those with a dotted circle
  std::vector<std::string> fonts;  // file names, most used first

  bool complete() const { return clusters > 0 && missing.empty() && circled.empty(); }
  bool operator==(const Coverage&) const = default;
};

// Every language of the stack in every weight, by tag.
std::vector<Coverage> coverage(Typesetter& typesetter);
// A language's letters, then its punctuation and the signs every page has, one string a cluster. A
// mark stands on a letter of it, as in a text. `shaping` as LanguageSetting has it.
std::vector<std::string> letters_of(const std::string& language, const std::string& shaping);
bool complete(const std::vector<Coverage>& rows);
std::string table(const std::vector<Coverage>& rows);

}  // namespace kiosk
