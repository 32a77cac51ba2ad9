// The day this program was built: the least that a device without a clock can know of the time.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/trust/utc_time.h"

namespace content {

UtcTime build_day();

}  // namespace content
