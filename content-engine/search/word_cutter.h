// A text as the words a search knows: cut by ICU's rules and dictionaries for the language
// (Chinese, Japanese, Thai, Khmer, Lao and Burmese have no spaces), folded, and with a stem that
// stands for all forms of a word. Made once per language, because dictionaries are costly; not
// thread-safe. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace content {

// A word of a text. Parts are said beside the word they are cut from: pairs of Chinese characters,
// the whole of a hyphenated word.
struct CutWord {
  std::string folded;
  std::string plain;  // lower case, not folded: what stems are made from
  std::string shown;  // as the text has it
  bool is_part = false;
};

class WordCutter final {
 public:
  explicit WordCutter(std::string_view language);
  WordCutter(WordCutter&&) noexcept;
  ~WordCutter();

  std::vector<CutWord> cut(std::string_view text) const;
  // What all forms of a word have in common; folded, never empty for a word.
  std::string stem(const CutWord& word) const;

 private:
  struct Tools;
  std::unique_ptr<Tools> tools_;
};

}  // namespace content
