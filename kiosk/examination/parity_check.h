// Whether every language has the same functions (R35): searching, German beside it, reading aloud,
// taking along, saying whether it was understood. Screens are laid out as for a visitor, and what
// they offer is looked for. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/examination/remark.h"
#include "kiosk/screens/screen.h"

namespace kiosk {

Remark examine_parity(const content::Library& library, TextEngine& text, const Moment& moment);
// Which languages have a voice or recordings; `speech_program` is a name in PATH or a full path.
Remark examine_reading_aloud(const content::Library& library, const std::string& speech_program,
                             content::Date today);

}  // namespace kiosk
