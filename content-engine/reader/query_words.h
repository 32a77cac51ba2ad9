// What a visitor typed, as groups of stems of one language's index: for each word the forms it may
// stand for. The last word may be unfinished; a word that is nowhere may be mistyped.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/reader/search_index.h"

namespace content {

struct Variant {
  std::string stem;
  std::string shown;  // a form of it that the content has
  double weight = 1;
  SearchDepth depth = SearchDepth::HeadsAndBodies;
};

struct QueryGroup {
  std::vector<Variant> variants;
  double weight = 1;
  bool is_whole = false;  // the first variant is the word itself
};

enum class Errors { None, Allowed };

std::vector<QueryGroup> read_query(const SearchIndex& index, Database& bundle,
                                   std::string_view query, SearchDepth depth, Errors errors);

// Terms of the index like the ones typed, as the content writes them.
std::vector<std::string> nearest_terms(const SearchIndex& index, std::string_view query);

}  // namespace content
