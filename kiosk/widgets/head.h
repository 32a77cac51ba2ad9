// The head of every screen: whose sign this is, and what time it is. Nothing in it can be touched.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

int head_height(const Look& look);
// At the origin, as wide as the panel. Name and clock are German and figures in every language.
Box head(const Scribe& type, const std::string& town, const std::string& clock);

}  // namespace kiosk
