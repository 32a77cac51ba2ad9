// What was found, as a visitor sees it: a topic or place with its names, and the reason in the
// content's own words. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content-engine/reader/ranking.h"
#include "content-engine/reader/search_answer.h"
#include "content-engine/reader/topic_lists.h"

namespace content {

struct Found {
  RankedEntry ranked;
  std::string language;  // of the index
};

// None: the index names something that the bundle does not have.
std::optional<SearchHit> make_hit(const ListMaker& maker, std::string_view language,
                                  const Found& found, const SearchIndex& index);

}  // namespace content
