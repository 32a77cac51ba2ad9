// A place as the lines of its card, on the moment's day.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"
#include "kiosk/widgets/place_card.h"

namespace kiosk {

PlaceCard card_of(const Frame& frame, const content::Place& place);

}  // namespace kiosk
