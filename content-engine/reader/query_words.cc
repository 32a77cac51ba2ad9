#include "content-engine/reader/query_words.h"

#include <algorithm>

#include "content-engine/reader/near_words.h"
#include "content-engine/search/compounds.h"
#include "content-engine/search/folding.h"

namespace content {

static constexpr std::size_t longest_query = 400;  // bytes; more is no question
static constexpr std::size_t most_words = 24;
// Of an unfinished word so many stems are looked up, the most frequent ones of titles first, and
// so many places in texts are read for them. One letter begins thousands of words.
static constexpr std::size_t most_beginnings = 96;
static constexpr std::uint32_t body_budget = 12'000;
static constexpr std::size_t most_near = 8;
static constexpr double half = 0.5;  // a part of a word beside the word itself

// Is the word still being written? A hyphen does not end it.
static bool ends_in(std::string_view query, std::string_view word) {
  const std::string text = to_utf8(prepared(query));
  return text.ends_with(word) || text.ends_with(std::string(word) + '-');
}

namespace {

class QueryReader final {
 public:
  QueryReader(const SearchIndex& index, Database& bundle, SearchDepth depth, Errors errors)
      : index_(index), list_(index.words()), bundle_(bundle), depth_(depth), errors_(errors) {}

  std::vector<QueryGroup> read(std::string_view query) {
    auto words = index_.cutter().cut(query);
    words.resize(std::min(words.size(), most_words));
    std::size_t last = words.size();
    int weighty = 0;
    for (std::size_t at = 0; at < words.size(); ++at)
      if (!words[at].is_part) {
        last = at;
        weighty += index_.stop_words().weight(words[at].folded) == 1;
      }
    stands_alone_ = weighty < 2;
    const bool unfinished = last < words.size() && ends_in(query, words[last].shown);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at),
                      [&](const CutWord& one) { return one.folded == words[at].folded; }))
        continue;
      if (words[at].is_part)
        add_part(words[at].folded, half);
      else
        add_word(words[at], unfinished && at == last);
      if (at + 1 < words.size() && makes_compounds(index_.language()))
        add_part(words[at].folded + words[at + 1].folded, 1);
    }
    // A question of small words only is meant as it stands.
    double heaviest = 0;
    for (const QueryGroup& group : groups_)
      heaviest = std::max(heaviest, group.weight);
    for (QueryGroup& group : groups_)
      group.weight /= heaviest > 0 ? heaviest : 1;
    return std::move(groups_);
  }

 private:
  void add(QueryGroup& group, std::size_t at, double weight, SearchDepth depth) {
    const std::string_view stem = list_.stem(at);
    if (std::none_of(group.variants.begin(), group.variants.end(),
                     [&](const Variant& known) { return known.stem == stem; }))
      group.variants.push_back({std::string(stem), std::string(list_.shown(at)), weight, depth});
  }

  void add_word(const CutWord& word, bool unfinished) {
    QueryGroup group{.weight = index_.stop_words().weight(word.folded)};
    const std::size_t at = list_.lower_bound(word.folded);
    if (at < list_.size() && list_.word(at) == word.folded) {
      add(group, at, 1, depth_);
      group.is_whole = true;
    } else if (std::string stem = index_.cutter().stem(word);
               !index_.find(bundle_, stem, depth_).empty()) {
      group.variants.push_back({std::move(stem), word.shown, 1, depth_});
      group.is_whole = true;
    }
    const std::size_t letters = letters_of(word.folded);
    if (unfinished || (group.variants.empty() && letters >= 4))
      add_beginnings(group, word.folded, at);
    const bool was_found = !group.variants.empty(), is_whole = group.is_whole;
    const double weight = group.weight;
    groups_.push_back(std::move(group));
    // One word that the content has is meant as it stands; in a question its parts are asked for
    // as well, as they are in the pages: «Arbeitsgenehmigung» is also a «Genehmigung zur Arbeit».
    if (is_whole && !stands_alone_ && weight == 1)
      for (const std::string& part : parts_of(word.folded))
        add_part(part, half);
    const bool was_split = !was_found && add_parts_of_unknown(word.folded, weight);
    if (!was_found && !was_split && errors_ == Errors::Allowed)
      add_near(groups_.back(), word.folded, unfinished ? Typed::Beginning : Typed::Whole);
  }

  void add_beginnings(QueryGroup& group, const std::string& start, std::size_t first) {
    std::vector<std::size_t> range;
    for (std::size_t at = first, end = list_.end_of_prefix(first, start); at < end; ++at)
      range.push_back(at);
    const std::size_t kept = std::min(range.size(), most_beginnings);
    std::partial_sort(range.begin(), range.begin() + static_cast<std::ptrdiff_t>(kept), range.end(),
                      [&](std::size_t one, std::size_t other) {
                        return std::tuple(list_.heads(other), list_.bodies(other), one) <
                               std::tuple(list_.heads(one), list_.bodies(one), other);
                      });
    std::uint32_t bodies = 0;
    for (std::size_t i = 0; i < kept; ++i) {
      const std::size_t at = range[i];
      bodies += list_.bodies(at);
      const double share = static_cast<double>(start.size()) /
                           static_cast<double>(std::max<std::size_t>(list_.word(at).size(), 1));
      add(group, at, 0.5 + 0.3 * share, bodies <= body_budget ? depth_ : SearchDepth::Heads);
    }
  }

  void add_part(std::string_view folded, double weight) {
    const std::size_t at = list_.lower_bound(folded);
    if (at >= list_.size() || list_.word(at) != folded)
      return;
    QueryGroup group{.weight = weight};
    add(group, at, 1, depth_);
    groups_.push_back(std::move(group));
  }

  std::vector<std::string> parts_of(std::string_view folded) const {
    if (!makes_compounds(index_.language()))
      return {};
    return split_compound(folded, known_);
  }

  // Its parts are all that is known of it, so they count in full.
  bool add_parts_of_unknown(const std::string& folded, double weight) {
    if (!makes_compounds(index_.language()))
      return false;
    auto parts = parts_of(folded);
    if (parts.empty())
      parts = known_ends(folded, known_);
    for (const std::string& part : parts)
      add_part(part, weight);
    return !parts.empty();
  }

  void add_near(QueryGroup& group, const std::string& folded, Typed typed) {
    auto near = find_near(list_, folded, allowed_errors(letters_of(folded)), typed);
    near.resize(std::min(near.size(), most_near));
    for (const auto& [at, distance] : near)
      add(group, at, distance == 1 ? 0.6 : 0.35, depth_);
  }

  const SearchIndex& index_;
  const WordList& list_;
  Database& bundle_;
  SearchDepth depth_;
  Errors errors_;
  const KnownWord known_ = [this](std::string_view word) {
    return list_.has(word) && index_.stop_words().weight(word) == 1;
  };
  bool stands_alone_ = false;  // one word, and small ones perhaps
  std::vector<QueryGroup> groups_;
};

}  // namespace

std::vector<QueryGroup> read_query(const SearchIndex& index, Database& bundle,
                                   std::string_view query, SearchDepth depth, Errors errors) {
  return QueryReader(index, bundle, depth, errors).read(query.substr(0, longest_query));
}

std::vector<std::string> nearest_terms(const SearchIndex& index, std::string_view query) {
  std::vector<std::string> terms;
  const WordList& list = index.words();
  for (const CutWord& word : index.cutter().cut(query.substr(0, longest_query))) {
    const std::size_t letters = letters_of(word.folded);
    if (word.is_part || letters < 3 || index.stop_words().weight(word.folded) < 1)
      continue;
    auto near = find_near(list, word.folded,
                          letters < 5   ? 1
                          : letters < 8 ? 2
                                        : 3,
                          Typed::Beginning);
    std::stable_sort(near.begin(), near.end(), [&](const NearWord& one, const NearWord& other) {
      return std::tuple(one.distance, list.heads(one.at) == 0) <
             std::tuple(other.distance, list.heads(other.at) == 0);
    });
    for (const auto& [at, distance] : near)
      if (const std::string shown(list.shown(at));
          terms.size() < 5 && letters_of(list.word(at)) > 2 &&
          index.stop_words().weight(list.word(at)) == 1 &&
          std::find(terms.begin(), terms.end(), shown) == terms.end())
        terms.push_back(shown);
  }
  return terms;
}

}  // namespace content
