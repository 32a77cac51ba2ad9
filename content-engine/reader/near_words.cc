#include "content-engine/reader/near_words.h"

#include <algorithm>
#include <string>

#include "content-engine/model/utf8.h"

namespace content {

static constexpr std::size_t longest_word = 40;  // letters

static std::u32string letters_in(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size() && letters.size() < longest_word;) {
    const Character character = character_at(text, at);
    letters += character.value;
    at += character.length;
  }
  return letters;
}

std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

int allowed_errors(std::size_t letters) {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

namespace {

// The table of edit distances, a row for each letter of the list's word; rows of a beginning that
// the next word shares are kept.
class Table final {
 public:
  explicit Table(std::u32string typed) : typed_(std::move(typed)), rows_(longest_word + 1) {
    for (auto& row : rows_)
      row.resize(typed_.size() + 1);
    for (std::size_t column = 0; column <= typed_.size(); ++column)
      rows_[0][column] = static_cast<int>(column);
  }

  // Row `depth` for the word's letter before it; the least distance that can still come of it.
  int fill(const std::u32string& word, std::size_t depth) {
    auto& row = rows_[depth];
    const auto& above = rows_[depth - 1];
    row[0] = static_cast<int>(depth);
    int least = row[0];
    for (std::size_t column = 1; column <= typed_.size(); ++column) {
      const bool same = word[depth - 1] == typed_[column - 1];
      int cost = std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + !same});
      if (depth > 1 && column > 1 && word[depth - 1] == typed_[column - 2] &&
          word[depth - 2] == typed_[column - 1])
        cost = std::min(cost, rows_[depth - 2][column - 2] + 1);
      row[column] = cost;
      least = std::min(least, cost);
    }
    return least;
  }
  int distance(std::size_t depth) const { return rows_[depth].back(); }

 private:
  std::u32string typed_;
  std::vector<std::vector<int>> rows_;
};

}  // namespace

// Bytes of the word's first `letters` letters.
static std::string_view beginning(std::string_view word, std::size_t letters) {
  std::size_t at = 0;
  for (; letters > 0 && at < word.size(); --letters)
    at += character_at(word, at).length;
  return word.substr(0, at);
}

std::vector<NearWord> find_near(const WordList& list, std::string_view word, int errors,
                                Typed typed) {
  std::vector<NearWord> found;
  const std::u32string wanted = letters_in(word);
  if (errors < 1 || wanted.empty())
    return found;
  Table table(wanted);
  std::u32string before;
  std::size_t filled = 0;  // rows that hold for `before`
  for (std::size_t at = 0; at < list.size();) {
    const std::u32string letters = letters_in(list.word(at));
    std::size_t depth = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), letters.begin(), letters.end()).first -
        before.begin());
    depth = std::min(depth, filled);
    bool hopeless = false;
    // A transposition may take back one error in the next row.
    while (depth < letters.size() && !hopeless)
      hopeless = table.fill(letters, ++depth) > errors + 1;
    before = letters;
    filled = depth;
    int best = errors + 1;
    if (typed == Typed::Beginning)
      for (std::size_t row = 1; row <= depth; ++row)
        best = std::min(best, table.distance(row));
    else if (!hopeless)
      best = table.distance(depth);
    // Words that go on from a hopeless beginning are as near as it is, or as far.
    const std::size_t next =
        hopeless ? std::max(list.end_of_prefix(at, beginning(list.word(at), depth)), at + 1)
                 : at + 1;
    for (; at < next; ++at)
      if (best <= errors)
        found.push_back({at, best});
  }
  std::stable_sort(found.begin(), found.end(), [](const NearWord& one, const NearWord& other) {
    return one.distance < other.distance;
  });
  return found;
}

}  // namespace content
