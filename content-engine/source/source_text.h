// The bytes of a text file on their way into the model: valid UTF-8, lines that end in LF, nothing
// invisible that turns text round. What had to be taken out is a finding with its line.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"

namespace content {

// Invalid bytes become U+FFFD; a byte order mark at the start, control characters and direction
// controls are left out. Line numbers are those of the file.
std::string clean_text(std::string_view bytes, const std::string& file,
                       std::vector<Finding>& findings);

// Without blanks and tabs at both ends.
std::string_view trimmed(std::string_view text);

// Lower-case ASCII letters, digits and single hyphens between them: "wohnsitz-anmelden".
bool is_id(std::string_view text);
// The same with dots between the parts: "kindergeld.monat".
bool is_dotted_id(std::string_view text);

}  // namespace content
