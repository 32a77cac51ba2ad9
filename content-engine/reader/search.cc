#include "content-engine/reader/search.h"

#include <algorithm>
#include <map>

#include "content-engine/reader/language_fallback.h"
#include "content-engine/reader/query_words.h"
#include "content-engine/reader/ranking.h"
#include "content-engine/reader/search_hits.h"

namespace content {

static constexpr int most_hits = 100;
static constexpr std::size_t most_indexes = 4;  // in memory at a time
// A hit of a title in another language stands behind one in the visitor's; so do a topic that has
// no page for her and a place, whose name is the town's. Chosen by hand: ARCHITECTURE.md,
// «A question is never refused a word».
static constexpr double other_index = 0.9;
static constexpr double not_in_language = 0.6;

const SearchIndex& Search::index(Database& bundle, std::string_view language) {
  const auto at = std::find_if(indexes_.begin(), indexes_.end(),
                               [&](const auto& one) { return one->language() == language; });
  if (at != indexes_.end()) {
    std::rotate(at, at + 1, indexes_.end());
  } else {
    if (indexes_.size() == most_indexes)
      indexes_.erase(indexes_.begin());
    indexes_.push_back(std::make_unique<SearchIndex>(bundle, language));
  }
  return *indexes_.back();
}

namespace {

// Which indexes are asked, and how far into them.
struct Way {
  std::string_view language;
  SearchDepth depth;
  double weight;
};

std::vector<Way> ways(const ListMaker& maker, std::string_view language) {
  std::vector<Way> all{{language, SearchDepth::HeadsAndBodies, 1}};
  for (std::string_view tag = broader_tag(language); !tag.empty(); tag = broader_tag(tag))
    all.push_back({tag, SearchDepth::Heads, other_index});
  if (std::none_of(all.begin(), all.end(),
                   [&](const Way& way) { return way.language == maker.default_language; }))
    all.push_back({maker.default_language, SearchDepth::Heads, other_index});
  return all;
}

// What several indexes say of one entry becomes one: the best, and a little of the others.
class Gathered final {
 public:
  void add(std::vector<RankedEntry> ranked, const Way& way) {
    for (RankedEntry& entry : ranked) {
      entry.score *= way.weight;
      Found& found = found_[entry.entry];
      const double others = 0.3 * std::min(found.ranked.score, entry.score);
      if (entry.score > found.ranked.score)
        found = {std::move(entry), std::string(way.language)};
      found.ranked.score += others;
    }
  }
  bool empty() const { return found_.empty(); }

  std::vector<Found> best(std::size_t limit) const {
    std::vector<Found> all;
    for (const auto& [entry, found] : found_)
      all.push_back(found);
    std::stable_sort(all.begin(), all.end(), [](const Found& one, const Found& other) {
      return one.ranked.score > other.ranked.score;
    });
    all.resize(std::min(all.size(), limit));
    return all;
  }

 private:
  std::map<std::uint32_t, Found> found_;
};

}  // namespace

SearchAnswer Search::answer(const ListMaker& maker, std::string_view language,
                            std::string_view query, int limit) {
  SearchAnswer answer;
  const std::size_t wanted = static_cast<std::size_t>(std::clamp(limit, 0, most_hits));
  if (wanted == 0 || query.empty())
    return answer;
  const std::size_t candidates = wanted + 20;
  std::vector<Way> asked = ways(maker, language);
  Gathered gathered;
  for (const Errors errors : {Errors::None, Errors::Allowed}) {
    for (const Way& way : asked) {
      const SearchIndex& searched = index(*maker.bundle, way.language);
      const auto groups = read_query(searched, *maker.bundle, query, way.depth, errors);
      gathered.add(rank(searched, *maker.bundle, groups, candidates), way);
    }
    if (!gathered.empty())
      break;
    for (Way& way : asked)
      way.depth = SearchDepth::HeadsAndBodies;
  }
  // A hit is worth at most what was found, so the rest need not be looked at when enough are
  // better.
  std::size_t better = 0;
  for (const Found& found : gathered.best(candidates)) {
    while (better < answer.hits.size() && answer.hits[better].score >= found.ranked.score)
      ++better;
    if (better >= wanted)
      break;
    auto hit = make_hit(maker, language, found, index(*maker.bundle, found.language));
    if (!hit)
      continue;
    if (!hit->in_language || (hit->kind == HitKind::Place && hit->title_language != language))
      hit->score *= not_in_language;
    const auto place = std::find_if(answer.hits.begin(), answer.hits.end(),
                                    [&](const SearchHit& one) { return one.score < hit->score; });
    answer.hits.insert(place, std::move(*hit));
  }
  answer.hits.resize(std::min(answer.hits.size(), wanted));
  if (answer.hits.empty())
    for (const Way& way : asked) {
      for (std::string& term : nearest_terms(index(*maker.bundle, way.language), query))
        if (answer.nearest.size() < 5 &&
            std::find(answer.nearest.begin(), answer.nearest.end(), term) == answer.nearest.end())
          answer.nearest.push_back(std::move(term));
    }
  return answer;
}

}  // namespace content
