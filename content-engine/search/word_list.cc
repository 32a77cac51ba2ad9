#include "content-engine/search/word_list.h"

#include <algorithm>

namespace content {

// How the content writes a word: as it is folded, with a capital letter, or spelled out.
enum class Spelling : unsigned char { AsFolded, Capital, SpelledOut };

static constexpr std::size_t longest_word = 1000;    // bytes
static constexpr std::size_t most_text = 64u << 20;  // bytes in memory

static void put(std::string& bytes, std::size_t value) {
  for (; value >= 0x80; value >>= 7)
    bytes += static_cast<char>(0x80 | (value & 0x7F));
  bytes += static_cast<char>(value);
}

static void put(std::string& bytes, std::string_view text) {
  put(bytes, text.size());
  bytes += text;
}

static std::size_t common(std::string_view one, std::string_view other) {
  const auto ends = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  return static_cast<std::size_t>(ends.first - one.begin());
}

static std::string with_capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::string write_word_list(std::span<const ListedWord> sorted) {
  std::string bytes;
  std::string_view before;
  for (const ListedWord& word : sorted) {
    const std::size_t shared = common(before, word.word);
    put(bytes, shared);
    put(bytes, std::string_view(word.word).substr(shared));
    const std::size_t kept = common(word.word, word.stem);
    put(bytes, kept);
    put(bytes, std::string_view(word.stem).substr(kept));
    const Spelling spelling = word.shown == word.word                 ? Spelling::AsFolded
                              : word.shown == with_capital(word.word) ? Spelling::Capital
                                                                      : Spelling::SpelledOut;
    bytes += static_cast<char>(spelling);
    if (spelling == Spelling::SpelledOut)
      put(bytes, word.shown);
    put(bytes, word.heads);
    put(bytes, word.bodies);
    before = word.word;
  }
  return bytes;
}

namespace {

// Reads what write_word_list() wrote, or says that it is not.
class Cursor final {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}
  bool good() const { return good_; }
  bool at_end() const { return !good_ || at_ == bytes_.size(); }

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      const unsigned byte = this->byte();
      value |= (byte & 0x7Fu) << shift;
      if (byte < 0x80)
        return value;
    }
    good_ = false;
    return 0;
  }
  unsigned byte() {
    if (at_ < bytes_.size())
      return static_cast<unsigned char>(bytes_[at_++]);
    good_ = false;
    return 0;
  }
  std::string_view text() {
    const std::size_t size = number();
    if (size > longest_word || size > bytes_.size() - at_)
      good_ = false;
    if (!good_)
      return {};
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace

WordList::WordList(std::string_view bytes) {
  std::string word;
  for (Cursor cursor(bytes); !cursor.at_end() && text_.size() < most_text;) {
    const std::size_t shared = cursor.number();
    const std::string_view rest = cursor.text();
    const std::size_t kept = cursor.number();
    const std::string_view ending = cursor.text();
    const auto spelling = static_cast<Spelling>(cursor.byte());
    const std::string_view spelled =
        spelling == Spelling::SpelledOut ? cursor.text() : std::string_view();
    const std::uint32_t heads = cursor.number(), bodies = cursor.number();
    if (!cursor.good() || shared > word.size() || shared + rest.size() > longest_word)
      break;
    std::string next = word.substr(0, shared).append(rest);
    if (kept > next.size() || (!places_.empty() && next <= word))
      break;
    word = std::move(next);
    const auto here = [&] { return static_cast<std::uint32_t>(text_.size()); };
    At at{here(), 0, 0, 0, heads, bodies};
    text_ += word;
    at.stem = here();
    text_.append(word, 0, kept).append(ending);
    at.shown = here();
    text_ += spelling == Spelling::Capital      ? with_capital(word)
             : spelling == Spelling::SpelledOut ? std::string(spelled)
                                                : word;
    at.end = here();
    places_.push_back(at);
  }
}

std::string_view WordList::word(std::size_t at) const {
  return std::string_view(text_).substr(places_[at].word, places_[at].stem - places_[at].word);
}
std::string_view WordList::stem(std::size_t at) const {
  return std::string_view(text_).substr(places_[at].stem, places_[at].shown - places_[at].stem);
}
std::string_view WordList::shown(std::size_t at) const {
  return std::string_view(text_).substr(places_[at].shown, places_[at].end - places_[at].shown);
}

std::size_t WordList::lower_bound(std::string_view word) const {
  std::size_t first = 0, last = size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (this->word(middle) < word)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

std::size_t WordList::end_of_prefix(std::size_t first, std::string_view prefix) const {
  std::size_t last = size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (word(middle).starts_with(prefix))
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

bool WordList::has(std::string_view word) const {
  const std::size_t at = lower_bound(word);
  return at < size() && this->word(at) == word;
}

}  // namespace content
