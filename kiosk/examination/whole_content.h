// Everything a bundle shows in one language, gathered once for the checks: its topics and every
// text that a visitor can come to. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/reader/library.h"

namespace kiosk {

// Each topic once, whichever ways lead to it, page trees included.
std::vector<content::TopicEntry> topics_in(const content::Library& library,
                                           const std::string& language);
// Words, titles, pages and lists in this language, as they are shown. A page that does not open
// gives nothing: another check says so.
std::vector<std::string> texts_in(const content::Library& library, const std::string& language,
                                  content::Date today);

}  // namespace kiosk
