// German words are put together: «Aufenthaltserlaubnis» is an «Erlaubnis» for an «Aufenthalt». A
// compound is split only into words that the content itself has.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

bool makes_compounds(std::string_view language);

// Is this folded word one of the content's?
using KnownWord = std::function<bool(std::string_view)>;

// The parts of a folded word from start to end, without the letters that join them; none: it is not
// put together of known words.
std::vector<std::string> split_compound(std::string_view word, const KnownWord& known);

// Of a word that is not: its longest known end, and before it (or in it, when no end is known) the
// longest known beginning. «Fahrradmitnahmeregel» is about a «Fahrrad», if nothing else is known.
std::vector<std::string> known_ends(std::string_view word, const KnownWord& known);

}  // namespace content
