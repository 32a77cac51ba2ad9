// Topics in the order of a language's own alphabet, under its own letters: ICU's rules for each
// language (CLDR). Chinese by the sound of the first sign, Ethiopic by its first orders. What
// counts is the office's word: half of the visitors' own titles begin with «I».
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/reader/library.h"

namespace kiosk {

struct IndexLetter {
  std::string label;  // "A"; "#" for what begins with no letter
  std::vector<content::TopicEntry> topics;

  bool operator==(const IndexLetter&) const = default;
};

// The word a topic is looked up by: its official title, else its title.
const std::string& term_of(const content::TopicEntry& topic);
// Only letters that something begins with.
std::vector<IndexLetter> by_letters(std::vector<content::TopicEntry> topics,
                                    std::string_view format_locale);
// Every topic whose title is in that language, each once, as the situations lead to them; where no
// title is, those with a title in the town's, so that nobody comes to an empty index.
std::vector<content::TopicEntry> topics_in(const content::Library& library,
                                           std::string_view language);

}  // namespace kiosk
