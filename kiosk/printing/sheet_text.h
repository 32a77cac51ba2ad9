// What a printed sheet says of a topic, piece by piece in the order it is read; the same for
// everybody. How it looks on which paper is not said here.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/screens/frame.h"

namespace kiosk {

enum class SheetKind : std::uint8_t {
  Notice,    // machine-drafted: comes before the title and is set apart
  Title,     //
  Official,  // the office's words for it
  Quiet,     // a second line: provenance, a link's address
  Block,     // heading of a stop
  Heading,   // inside of one
  Text,      //
  Value,     // the short answer, large
  Item,      //
  Tick,      // an item with an empty box before it
  Under,     // the same in German, below it
  Step,      //
  Name,      // of a place
  Line,      // of its card
  Code,      // a QR code of `link`, without words
};

struct SheetPiece {
  SheetKind kind = SheetKind::Text;
  Wording words;
  std::string language;   // of the words
  std::string drawing{};  // of a stop
  int ordinal = 0;        // of a step
  int level = 1;          // of an item
  std::string link{};     // where the words lead, if somebody reads the file and no paper
};

// `frame` is of the text's language.
std::vector<SheetPiece> sheet_text(const Frame& frame, const content::TopicPage& page);
// Town and edition, at the foot of each page.
std::string sheet_foot(const Frame& frame);

}  // namespace kiosk
