// Entries by how well they answer: BM25F (Robertson, Zaragoza, Taylor 2004), that is one saturated
// sum over titles and text for each word of the question, where a title weighs more than the
// office's word, that more than a synonym, that more than the text. SPDX-License-Identifier:
// EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "content-engine/reader/query_words.h"

namespace content {

struct RankedEntry {
  std::uint32_t entry = 0;
  double score = 0;
  std::uint8_t field = 0;  // the HeadField that counted most; 0: the text
  std::string shown;       // the form of the word that counted most
};

// Best first, entries of one score by number; at most `limit`.
std::vector<RankedEntry> rank(const SearchIndex& index, Database& bundle,
                              std::span<const QueryGroup> groups, std::size_t limit);

}  // namespace content
