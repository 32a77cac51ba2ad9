// Rules that need time or fingers, tried on the real shell with a clock of our own: timing that can
// be extended (EN 301 549, 11.2.2.1), acting on release inside the target (11.2.5.2), no hold, no
// drag (11.2.5.1), key repeat and double strike (5.7, 5.8). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/accessibility/violation.h"
#include "kiosk/screens/screen.h"

namespace kiosk {

std::vector<Violation> try_shell(const content::Library& library, TextEngine& text,
                                 const Moment& moment);

}  // namespace kiosk
