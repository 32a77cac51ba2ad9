// What is near stands first, whoever it is for and wherever its people come from (R23). Districts
// have no coordinates: the town names them in the order in which they lie, and two are as far from
// each other as they stand apart there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "content-engine/model/edition.h"

namespace content {

// Where and when the question is asked, and by whom.
struct Here {
  const Town& town;
  std::string_view district;  // the kiosk's; empty: everything is as near as everything else
  std::string_view language;  // the visitor's
  LocalTime now;
};

// 0 in the kiosk's own district; what has no district comes last.
int distance(const Here& here, std::string_view district);
// Whether one of the tags is the visitor's language («de» for somebody who reads «de-simple»).
bool speaks(const std::vector<std::string>& tags, std::string_view language);

}  // namespace content
