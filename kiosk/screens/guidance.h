// What speech mode says beyond what is shown: how it is used, what each thing is, the how manieth
// key of how many; and a language nobody reads out by its German name, so that all can be chosen
// without seeing (EN 301 549, 5.1.3.14). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/screens/frame.h"
#include "kiosk/speech/read_out.h"
#include "kiosk/speech/utterance.h"

namespace kiosk {

// `root` is the whole screen that `speech` was made of. How it is used comes last.
void guide_through(const Frame& frame, const Box& root, std::vector<Utterance>& speech,
                   ReadOut& read_out);

}  // namespace kiosk
