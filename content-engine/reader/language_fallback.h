// What stands in for a text that a language does not have. Only titles and interface words fall
// back; a page never does (R04).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace content {

// "fa-AF" → "fa", "de-simple" → "de", "de" → "".
std::string_view broader_tag(std::string_view tag);

// The first of these that is in the map: the tag, its broader tags, the default language; else end.
template <typename Map>
typename Map::const_iterator find_broader(const Map& texts, std::string_view tag,
                                          std::string_view default_language) {
  for (; !tag.empty(); tag = broader_tag(tag))
    if (const auto at = texts.find(tag); at != texts.end())
      return at;
  return texts.find(default_language);
}

}  // namespace content
