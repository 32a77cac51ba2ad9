// The public holidays of North Rhine-Westphalia (Feiertagsgesetz NW § 2): on them what has no rule
// for holidays is closed. Computed, so that no table of them can run out.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/model/date.h"

namespace content {

// Gregorian Easter, for every year of the calendar.
Date easter_sunday(int year);
bool is_public_holiday(Date day);

}  // namespace content
