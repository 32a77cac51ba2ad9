// Any text → an id of the source format: lower-case ASCII letters, digits and hyphens.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace content {

// "Jobs & Ausbildung für Geflüchtete" → "jobs-ausbildung-fur-gefluchtete"; other scripts are
// transliterated. Empty only when the text has no letter or digit. At most `limit` characters.
std::string slug(std::string_view text, std::size_t limit = 80);

}  // namespace content
