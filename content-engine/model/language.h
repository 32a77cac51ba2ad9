// A language of the kiosk as the town decided it: how it names itself, which way it runs, how its
// numbers and dates are written. Direction is data here and is never guessed from a text.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace content {

enum class Direction { LeftToRight, RightToLeft };

// How much of the content a language promises (R05).
enum class Tier {
  Complete = 1,  // interface and every mandatory topic
  Selected = 2,  // interface and selected topics
  Welcome = 3,   // welcome, emergency, who speaks my language
};

struct Language {
  std::string tag;            // BCP 47: "de", "de-simple", "fa-AF", "zh-Hans"
  std::string format_locale;  // ICU locale for numbers and dates: "ar-u-nu-latn"
  std::string script;         // ISO 15924: "Latn", "Arab"
  Direction direction = Direction::LeftToRight;
  std::string endonym;   // "Türkçe"; two lines are separated by '\n'
  std::string greeting;  // "Hoş geldiniz"
  Tier tier = Tier::Welcome;
  int order = 0;  // place in the language picker, by use

  bool operator==(const Language&) const = default;
};

const Language* find_language(const std::vector<Language>& languages, std::string_view tag);

}  // namespace content
