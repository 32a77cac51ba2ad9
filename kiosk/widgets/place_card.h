// Where to go: the name as it stands on the door, the address, the number, whether it is open
// today. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

struct PlaceLine {
  std::string drawing;  // before the line; empty: none
  std::string text;
  enum class Tongue { Visitor, German } tongue{};
};

struct PlaceCard {
  std::string id;
  std::string name;
  std::vector<PlaceLine> lines;
};

// One box a line, so that a card can go on in the next column where words are large.
std::vector<Box> place_card(const Scribe& type, const PlaceCard& card, int width);

}  // namespace kiosk
