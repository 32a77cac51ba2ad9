// A place as the lines of its card, on the moment's day.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"
#include "kiosk/widgets/place_card.h"

namespace kiosk {

// "44649 Herne"
std::string town_line(const content::Place& place);
PlaceCard card_of(const Frame& frame, const content::Place& place);

}  // namespace kiosk
