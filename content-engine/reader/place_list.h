// Places as a visitor looks for them: by what they are, or by the language spoken there (R21, R57).
// Near ones first, then by name. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "content-engine/reader/library.h"
#include "content-engine/reader/nearness.h"

namespace content {

// The kinds there are places of, in the format's order. Kinds this program does not know are
// «office».
std::vector<std::string_view> kinds_of_places(const Registers& registers);
std::vector<const Place*> places_of_kind(const Registers& registers, std::string_view kind,
                                         const Here& here);
// Offices and contacts where the visitor's language is spoken; never people.
std::vector<const Place*> places_speaking(const Registers& registers, const Here& here);
// Tags of `languages`, separated by blanks, as a list.
std::vector<std::string> tags_of(std::string_view languages);

}  // namespace content
