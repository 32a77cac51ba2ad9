// Whether a bundle's pages really draw: the language screen, home and a topic of every language,
// laid out and painted as for a visitor, on a surface that nobody sees.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "kiosk/screens/screen.h"

namespace kiosk {

enum class Rehearsed { Drawn, GivenUp };

// `give_up` is asked before each page. A failure says which page does not draw, and why.
content::Result<Rehearsed> rehearse(const content::Library& library, TextEngine& text,
                                    const Panel& panel, const Moment& moment,
                                    const std::function<bool()>& give_up);

}  // namespace kiosk
