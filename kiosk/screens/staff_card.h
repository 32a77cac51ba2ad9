// What a visitor holds out to the desk: in German, large enough for arm's length, what she needs,
// and a code by which the desk finds the page (R38). The code names topic and edition, never a
// person. A topic nobody should read over a shoulder has no such card.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/screens/frame.h"

namespace kiosk {

// "wohnsitz-anmelden 2026-11-23"
std::string reference_code(const content::Town& town, const std::string& topic);
Content staff_card_screen(const Frame& frame, const Panel& panel, TextEngine& text);

}  // namespace kiosk
