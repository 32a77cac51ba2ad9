// The index of an edition: for every language which words its titles, search words and pages hold.
// A topic is an entry in every language in which it has a title or a page; places are entries of
// the town's own language, in which their names are. The same edition gives the same index.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/edition.h"

namespace content {

struct IndexedStem {
  std::string heads;   // postings
  std::string bodies;  // postings
};

struct LanguageIndex {
  std::string language;
  std::string words;  // word list
  int entries = 0;    // topics and places with a word in this language
  int average = 0;    // words of a page, or 0 when there is no page
  std::map<std::string, IndexedStem> stems;
};

// The numbers of topics and places, by id, all different: 31 bits, not 0.
struct EntryNumbers {
  std::map<std::string, std::uint32_t> topics;
  std::map<std::string, std::uint32_t> places;
};

LanguageIndex build_index(const Edition& edition, const Language& language,
                          const EntryNumbers& numbers);

}  // namespace content
