// While a text is read aloud: the sentence again, slower, faster, quieter, louder, and done. They
// lie between page and bar, so that the page is still seen.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"

namespace kiosk {

int hearing_row_height(const Frame& frame);  // 0: it is not there
Box hearing_row(const Frame& frame);

}  // namespace kiosk
