// The keyboard on the glass, from edge to edge of its column: letters in the places of a real
// keyboard, from the left in every language; digits, German letters, space, erasing and the main
// key below. Keys keep their places whatever lies on them, and speak.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/keyboard/keyboard.h"
#include "kiosk/widgets/scribe.h"

namespace kiosk {

struct BedWords {
  std::string letters, german, digits, space, erase;  // spoken
  std::string go;                                     // shown
};

struct Bed {
  const Keyboard* letters = nullptr;  // null: only German letters
  KeyLayer layer = KeyLayer::Letters;
  bool german = false;  // the letters are of another script: a key leads to German ones
  bool go = false;      // there is something to go to
  BedWords words;
};

int bed_height(const Look& look, const Bed& bed);
Box keyboard_bed(const Scribe& type, const Bed& bed, int width);

}  // namespace kiosk
