// What a search has found, as keys: title, situation and why it is there; and what is offered where
// nothing was found. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/screens/frame.h"

namespace kiosk {

Box hit_key(const Frame& frame, const content::SearchHit& hit, int width, int least_height);
// Terms near to what was typed, in rows; none: no rows.
std::vector<Box> nearest_rows(const Frame& frame, const content::SearchAnswer& answer, int width);
// All topics from A to Z.
Box index_key(const Frame& frame, int width);
// Whom to ask instead, with the town's number.
Box ask_panel(const Frame& frame, int width);
// "4 Ergebnisse", "Dazu haben wir nichts gefunden."
std::string said_of(const Frame& frame, const content::SearchAnswer& answer);

}  // namespace kiosk
