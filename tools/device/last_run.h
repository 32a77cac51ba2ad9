// How the last sync or import ended, kept in the exchange folder (in memory, gone with the power):
// for `status`, for the report, for whoever watches a fleet. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "tools/device/station.h"

namespace content {

struct LastRun {
  std::string command;  // sync, import
  std::string result;   // as word_of(Outcome)
  int exit = 0;
  std::string detail;
  std::int64_t at = 0;    // seconds since 1970, by the system's clock
  std::int64_t well = 0;  // when one last ended well since the machine started; 0: none has
};

// Nothing is to be done after it: taken, nothing new, an old stick, another ring's turn.
bool ended_well(int exit);

// What cannot be kept is said to the journal and changes nothing.
void keep_last_run(Station& station, Outcome outcome, const std::string& detail);
// NotFound: none since the machine started.
Result<LastRun> last_run(const Station& station);

}  // namespace content
