// A notice of the town: on the first screen while nobody is there, and at the head of its topics,
// in the languages it is written in and on the days it is for (R47). Emergencies are no notices:
// they come on a slip of their own, because they cannot wait for an edition.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content-engine/model/date.h"

namespace content {

struct Notice {
  std::string id;
  Date first;
  Date last;                                 // last day on which it is shown
  int priority = 0;                          // the higher comes first
  std::vector<std::string> groups;           // empty: for everyone
  std::vector<std::string> topics;           // empty: on the first screen; else on these
  std::map<std::string, std::string> texts;  // by language tag
  int line = 0;                              // not stored

  bool operator==(const Notice&) const = default;
};

}  // namespace content
