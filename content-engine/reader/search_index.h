// One language's index of a bundle, ready for questions: its words are in memory, where they occur
// is read from the file when asked. A language without an index has no words.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/bundle/database.h"
#include "content-engine/search/stop_words.h"
#include "content-engine/search/word_cutter.h"
#include "content-engine/search/word_list.h"

namespace content {

// An entry that has a word, in its heads, its text or both.
struct Occurrence {
  std::uint32_t entry = 0;
  std::uint8_t fields = 0;  // HeadField
  std::uint8_t words = 0;   // of the shortest title
  std::uint8_t halves = 0;
  std::uint8_t length = 0;
};

enum class SearchDepth { Heads, HeadsAndBodies };

class SearchIndex final {
 public:
  SearchIndex(Database& bundle, std::string_view language);

  const std::string& language() const { return language_; }
  const WordList& words() const { return words_; }
  const WordCutter& cutter() const { return cutter_; }
  const StopWords& stop_words() const { return stop_words_; }
  double entries() const { return entries_; }
  double average() const { return average_; }  // words of a page

  // By entry. Empty: no entry has a word of this stem.
  std::vector<Occurrence> find(Database& bundle, std::string_view stem, SearchDepth depth) const;

 private:
  std::string language_;
  WordCutter cutter_;
  StopWords stop_words_;
  WordList words_;
  double entries_ = 0, average_ = 1;
};

}  // namespace content
