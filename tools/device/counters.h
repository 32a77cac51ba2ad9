// What the kiosk counted (content-engine/counters), with this device's name on it: printed by
// `counters export`, put beside the report on a stick, sent after it to the server.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "content-engine/counters/counter_file.h"
#include "tools/device/station.h"

namespace content {

enum class Span { All, LastWeek };
// NotFound: nothing was counted yet.
Result<std::string> counters_of(const Station& station, Span span);
inline std::string counters_file_name(const Station& station) {
  return station.kiosk_id + ".counters.csv";
}

}  // namespace content
