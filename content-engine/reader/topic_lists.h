// Topics as lines of a list, and the ways in to them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/bundle/database.h"
#include "content-engine/reader/library.h"
#include "content-engine/reader/search_answer.h"

namespace content {

// What every line of a list needs to know of the bundle.
struct ListMaker {
  Database* bundle;                        // outlives the call
  const std::vector<Language>* languages;  // in picker order
  std::string_view default_language;
};

using Titles = std::map<std::string, TopicTitle, std::less<>>;

// A damaged row ends a list: what was read until then is what there is.
Titles titles_of(Database& bundle, std::string_view topic);
// The title a visitor can read best: her language, the broader one, the town's, any; then the id.
struct ChosenTitle {
  std::string text;
  std::string language;  // empty: it is the id
  std::string official{};
};
ChosenTitle choose_title(const Titles& titles, std::string_view topic, std::string_view language,
                         const ListMaker& maker);
// Tags of the languages that the topic has a page in, in picker order.
std::vector<std::string> languages_of(const ListMaker& maker, std::string_view topic);

enum class WayInKind { Situation, Group };
// Topics that the way in leads to, by its id.
std::map<std::string, int> count_topics(Database& bundle, WayInKind kind);
// A topic whose parent belongs to the same way in stands below it, not beside it.
std::vector<TopicEntry> list_way_in(const ListMaker& maker, WayInKind kind, std::string_view id,
                                    std::string_view language);
std::vector<TopicEntry> list_below(const ListMaker& maker, std::string_view topic,
                                   std::string_view language);

// Fills in what a found topic, by its id, looks like in a list; the situation's colours are the
// library's. False: there is no such topic.
bool describe_topic(const ListMaker& maker, std::string_view language, SearchHit& hit);

}  // namespace content
