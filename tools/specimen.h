// The specimen sheet: every language of specimens.ini as a visitor would read it, in the look's
// type and colours. Shows what fonts, scales, line heights and directions do to each other; no
// visitor ever sees it. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/screens/screen.h"
#include "kiosk/text/specimens.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

// Page `page` (from 1) of as many as it takes; the last one for a page beyond.
Scene specimen_sheet(const std::vector<Specimen>& specimens, const Look& look, int page,
                     TextEngine& text);

}  // namespace kiosk
