// Words of a list that differ from a typed one by a letter or two: wrong, missing, too many or two
// in the wrong order. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "content-engine/search/word_list.h"

namespace content {

struct NearWord {
  std::size_t at = 0;  // in the list
  int distance = 0;

  bool operator==(const NearWord&) const = default;
};

enum class Typed { Whole, Beginning };  // of a word: of a beginning the rest of the word is free

// How many errors a word of so many letters may have: none below 4, one below 8, else two.
int allowed_errors(std::size_t letters);
std::size_t letters_of(std::string_view text);

// By distance, then in the order of the list.
std::vector<NearWord> find_near(const WordList& list, std::string_view word, int errors,
                                Typed typed);

}  // namespace content
