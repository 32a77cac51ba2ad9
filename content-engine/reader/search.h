// From what a visitor typed to topics and places, best first: in the index of her language, and by
// title, office's word and synonym in that of the town's own, so that a term from a German letter
// finds the page in any language. Its texts are read only when nothing else is found.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "content-engine/reader/search_answer.h"
#include "content-engine/reader/search_index.h"
#include "content-engine/reader/topic_lists.h"

namespace content {

class Search final {
 public:
  // At most `limit` hits, never more than 100. Colours are the library's.
  SearchAnswer answer(const ListMaker& maker, std::string_view language, std::string_view query,
                      int limit);

 private:
  const SearchIndex& index(Database& bundle, std::string_view language);

  std::vector<std::unique_ptr<SearchIndex>> indexes_;  // last used last
};

}  // namespace content
