// What a course or an event lacks before anybody can go to it: the same for the editors' table and
// for what an importer is given (R14). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/model/offering.h"

namespace content {

struct OfferingFault {
  std::string_view rule;  // "offer-level"
  Sentence problem;
  Sentence advice;
};

// Fields that reading could not make sense of are passed over: they have been reported.
std::vector<OfferingFault> faults_of(const Offering& offering);

}  // namespace content
