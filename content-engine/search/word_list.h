// The words of one language's index, sorted, as one block of bytes: each says only how it differs
// from the one before, which stem its forms share, how the content writes it and how many entries
// have it. A stranger's bytes: what does not fit ends the list.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct ListedWord {
  std::string word;          // folded
  std::string stem;          // folded
  std::string shown;         // as the content writes it
  std::uint32_t heads = 0;   // entries with it in a title
  std::uint32_t bodies = 0;  // pages with it in the text

  bool operator==(const ListedWord&) const = default;
};

std::string write_word_list(std::span<const ListedWord> sorted);

// All words in two blocks of memory. Order is that of bytes, which is that of code points.
class WordList final {
 public:
  WordList() = default;
  explicit WordList(std::string_view bytes);

  std::size_t size() const { return places_.size(); }
  std::string_view word(std::size_t at) const;
  std::string_view stem(std::size_t at) const;
  std::string_view shown(std::size_t at) const;
  std::uint32_t heads(std::size_t at) const { return places_[at].heads; }
  std::uint32_t bodies(std::size_t at) const { return places_[at].bodies; }

  // The first word not before this one; size() when there is none.
  std::size_t lower_bound(std::string_view word) const;
  // One past the last word that begins so, from `first` on.
  std::size_t end_of_prefix(std::size_t first, std::string_view prefix) const;
  bool has(std::string_view word) const;

 private:
  struct At {
    std::uint32_t word, stem, shown, end;  // into text_
    std::uint32_t heads, bodies;
  };
  std::string text_;
  std::vector<At> places_;
};

}  // namespace content
