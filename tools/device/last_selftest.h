// What the newest self-test found, as `selftest --json` left it in the exchange folder (in memory,
// gone with the power): for the report and for whoever watches a fleet. The file is another
// process's, so what does not look like a self-test is passed over. SPDX-License-Identifier:
// EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/device/station.h"

namespace content {

struct LastSelftest {
  UtcTime at;
  std::string result;  // pass, warn, fail
  std::vector<std::pair<std::string, std::string>>
      checks;  // name and result, without not-applicable
};

// NotFound: none since the machine started. Invalid: the file says something else.
Result<LastSelftest> last_selftest(const Station& station);

}  // namespace content
