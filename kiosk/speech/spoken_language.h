// How a language is read out: the voice that speaks it, and what is said for signs and short forms
// that a voice does not know. One file a language in languages/, part of the program and parsed
// once. A language without a file has no voice, and is never read by another one's.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"

namespace kiosk {

// «z. B.» and what is said instead. `may_end`: a sentence may end with it («usw.»).
struct ShortForm {
  std::string written;
  std::string said;
  bool may_end = false;

  bool operator==(const ShortForm&) const = default;
};

// Every word may be empty: then the sign is left to the voice.
struct SpokenLanguage {
  std::string voice;   // of espeak-ng
  std::string locale;  // ICU, for the names of months
  std::string law;     // «§»
  std::string laws;    // «§§»
  std::string amount;  // «{n} Euro»
  std::string amount_one;
  std::string amount_cents;             // «{n} Euro {c}»
  std::string hour;                     // «{h} Uhr»
  std::string time;                     // «{h} Uhr {m}»
  std::vector<std::string> time_words;  // written beside a time and part of what is said for it
  std::string to;                       // «8–12»
  std::string dot, slash, dash, at;     // in addresses of the web
  char decimal = ',';
  bool ordinal_dots = false;      // «2. Etage»: the dot ends no sentence
  std::vector<std::string> days;  // 31, as said before the name of a month
  std::vector<ShortForm> shorts;  // the longest first

  bool operator==(const SpokenLanguage&) const = default;
};

// One file of languages/. Malformed says which line.
content::Result<SpokenLanguage> parse_spoken_language(std::string_view text);

// Of the language, or of the language without its last subtags; null: nobody reads it out.
const SpokenLanguage* spoken_language(std::string_view tag);

// All files, for tests: name and text. Sorted by name; made by the build.
struct SpokenFile {
  std::string_view name;
  std::string_view text;
};
std::vector<SpokenFile> spoken_files();

}  // namespace kiosk
