// Everything a screen shows, as things to say in reading order: first what the page is about, then
// the fixed bar, then town and clock. A machine's draft is said to be one before all else.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/frame.h"
#include "kiosk/speech/utterance.h"

namespace kiosk {

// `root` is a whole screen, settled. The lines of utterance `marked` get another ground in it; −1:
// none.
std::vector<Utterance> recite(const Frame& frame, Box& root, int marked);

// One line an utterance: kind, name of the key, and each piece with its language as the voice gets
// it.
std::string speech_log(const std::vector<Utterance>& speech);

}  // namespace kiosk
