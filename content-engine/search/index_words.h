// The words met while an index is built: each folded word once, with the spelling, the stem and the
// parts that the content as a whole gives it. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content-engine/search/stop_words.h"
#include "content-engine/search/word_cutter.h"

namespace content {

class IndexWords final {
 public:
  using Id = std::uint32_t;
  struct Met {
    Id id = 0;
    bool is_part = false;
  };

  explicit IndexWords(std::string_view language);

  // 1. Every text of the language.
  std::vector<Met> read(std::string_view text);
  // 2. When all have been read.
  void settle();
  // 3. From then on.
  std::size_t size() const { return words_.size(); }
  const std::string& folded(Id id) const { return *words_[id].folded; }
  const std::string& shown(Id id) const { return words_[id].shown; }
  const std::string& stem(Id id) const { return words_[id].stem; }
  // Stems of the words it is put together of.
  const std::vector<std::string>& parts(Id id) const { return words_[id].parts; }

 private:
  struct Spelling {
    std::string shown;
    bool is_part = false;
    int count = 0;
  };
  struct Word {
    const std::string* folded = nullptr;
    std::map<std::string, Spelling> spellings;  // by the word in lower case
    std::string shown, stem;
    std::vector<std::string> parts;
    bool stands_alone = false;  // somewhere it is a word of its own
  };

  std::string language_;
  WordCutter cutter_;
  StopWords stop_words_;
  std::unordered_map<std::string, Id> ids_;
  std::vector<Word> words_;
};

}  // namespace content
