#include "content-engine/reader/search_hits.h"

#include <algorithm>
#include <array>

#include "content-engine/bundle/edition_rows.h"
#include "content-engine/model/words.h"
#include "content-engine/search/postings.h"

namespace content {

static constexpr std::array<std::string_view, 6> reason_words{
    "title", "official-title", "synonym", "former-name", "body", "place"};

std::string_view to_word(HitReason reason) {
  return reason_words[static_cast<std::size_t>(reason)];
}

static HitReason reason_of(std::uint8_t field) {
  switch (field) {
    case HeadTitle:
      return HitReason::Title;
    case HeadOfficial:
      return HitReason::OfficialTitle;
    case HeadSynonym:
      return HitReason::Synonym;
    case HeadFormerName:
      return HitReason::FormerName;
    case HeadPlace:
      return HitReason::Place;
    default:
      return HitReason::Body;
  }
}

// Does the text hold the word that counted, in whatever form?
static bool holds(const SearchIndex& index, std::string_view text, std::string_view shown) {
  const auto stems = [&](std::string_view words) {
    std::vector<std::string> all;
    for (const CutWord& word : index.cutter().cut(words))
      all.push_back(index.cutter().stem(word));
    return all;
  };
  const auto wanted = stems(shown), there = stems(text);
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& stem) {
    return std::any_of(there.begin(), there.end(), [&](const std::string& one) {
      return one == stem || one.find(stem) != std::string::npos;
    });
  });
}

static std::string synonym_with(const ListMaker& maker, std::string_view topic,
                                const SearchIndex& index, const std::string& shown) {
  Statement& row = maker.bundle->ask(
      "SELECT text FROM synonym WHERE topic = ?1 AND language = ?2"
      " ORDER BY position");
  row.bind(1, topic).bind(2, index.language());
  while (row.step())
    if (std::string text = row.text(0); holds(index, text, shown))
      return text;
  return shown;
}

static std::string former_name_with(const std::string& names, const SearchIndex& index,
                                    const std::string& shown) {
  for (std::size_t start = 0; start < names.size();) {
    const std::size_t end = std::min(names.find(';', start), names.size());
    std::string name = names.substr(start, end - start);
    name.erase(0, name.find_first_not_of(' '));
    if (holds(index, name, shown))
      return name;
    start = end + 1;
  }
  return shown;
}

static void give_reason(const ListMaker& maker, const Found& found, const SearchIndex& index,
                        SearchHit& hit) {
  hit.why = reason_of(found.ranked.field);
  hit.matched = found.ranked.shown;
  hit.matched_language = found.language;
  const Titles titles = titles_of(*maker.bundle, hit.id);
  const auto title = titles.find(found.language);
  if (hit.why == HitReason::Synonym)
    hit.matched = synonym_with(maker, hit.id, index, found.ranked.shown);
  else if (hit.why == HitReason::Title && title != titles.end())
    hit.matched = title->second.user;
  else if (hit.why == HitReason::OfficialTitle && title != titles.end())
    hit.matched = title->second.official;
}

static std::optional<SearchHit> place_hit(const ListMaker& maker, const std::string& id,
                                          const Found& found, const SearchIndex& index) {
  const auto place = read_place(*maker.bundle, id);
  if (!place || !place->has_value())
    return std::nullopt;
  SearchHit hit{.kind = HitKind::Place,
                .id = id,
                .title = (*place)->name,
                .title_language = std::string(maker.default_language),
                .score = found.ranked.score,
                .why = reason_of(found.ranked.field),
                .matched_language = found.language};
  hit.matched = hit.why == HitReason::FormerName
                    ? former_name_with((*place)->former_names, index, found.ranked.shown)
                    : hit.title;
  return hit;
}

std::optional<SearchHit> make_hit(const ListMaker& maker, std::string_view language,
                                  const Found& found, const SearchIndex& index) {
  Statement& row = maker.bundle->ask("SELECT kind, id FROM search_entry WHERE number = ?1");
  row.bind(1, std::int64_t{found.ranked.entry});
  if (!row.step())
    return std::nullopt;
  const std::string kind = row.text(0), id = row.text(1);
  if (row.failure())
    return std::nullopt;
  if (kind == "place")
    return place_hit(maker, id, found, index);
  SearchHit hit{.id = id, .score = found.ranked.score};
  if (kind != "topic" || !describe_topic(maker, language, hit))
    return std::nullopt;
  give_reason(maker, found, index, hit);
  return hit;
}

}  // namespace content
