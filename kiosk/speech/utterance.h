// One thing that is said: a sentence of a text, a heading, what stands on a key. Made together with
// the scene it belongs to. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/model/clip.h"

namespace kiosk {

// A piece in one language.
struct SpokenPart {
  std::string language;
  std::string shown;      // as it stands on the screen
  std::string said;       // as the voice gets it
  content::Sound clip{};  // what was recorded for it, where the language has no voice

  bool operator==(const SpokenPart&) const = default;
};

struct Utterance {
  enum class Kind : std::uint8_t {
    Text,
    Heading,
    Picture,
    Key,
    Row,     // a key of the row below the text: what to do with the page
    Letter,  // a key of the keyboard
    Bar,     // a key of the fixed bar
    Head,    // town and clock
    Guide,   // how speech mode is used; stands nowhere
  };

  Kind kind{};
  std::string key;                // the key's name
  std::vector<SpokenPart> parts;  // at least one
  // In speech mode: what it is and the how manieth, said after the parts.
  std::optional<SpokenPart> role{};

  bool operator==(const Utterance&) const = default;
};

}  // namespace kiosk
