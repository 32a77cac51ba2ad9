// What of a step through the kiosk is counted (R40). Pure, and the only place that decides it: what
// a visitor typed goes along until the worker knows whether it found anything, and no further.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "content-engine/model/deed.h"
#include "kiosk/session/session.h"

namespace kiosk {

// Whether a topic was there in her language only the library knows: it is counted as read here.
std::vector<content::Doing> doings_of(const Session& before, const Action& action,
                                      const Session& after);
// She left, or walked away: how deep she was.
std::vector<content::Doing> ending_of(const Session& session, content::Deed how);

}  // namespace kiosk
