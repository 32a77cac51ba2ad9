// From what a visitor typed to topics and places, best first.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "content-engine/reader/search_answer.h"
#include "content-engine/reader/topic_lists.h"

namespace content {

// At most `limit` hits (never more than 100). Only the first characters of a very long query count.
SearchAnswer search_bundle(const ListMaker& maker, std::string_view language,
                           std::string_view query, int limit);

}  // namespace content
