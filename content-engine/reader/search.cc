#include "content-engine/reader/search.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <set>

#include "content-engine/model/words.h"

namespace content {

static constexpr std::array<std::string_view, 6> reason_words{
    "title", "official-title", "synonym", "former-name", "body", "place"};

std::string_view to_word(HitReason reason) {
  return reason_words[static_cast<std::size_t>(reason)];
}

// Lower case without marks, cut at what is no letter and no digit.
static std::vector<std::string> folded_words(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(
      {text.data(), static_cast<int32_t>(std::min<std::size_t>(text.size(), 400))});
  whole = form->normalize(whole.foldCase(), status);
  std::vector<std::string> words(1);
  for (int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const UChar32 sign = whole.char32At(at);
    if (u_isalnum(sign))
      icu::UnicodeString(sign).toUTF8String(words.back());
    else if (u_charType(sign) != U_NON_SPACING_MARK && !words.back().empty())
      words.emplace_back();
  }
  std::erase(words, "");
  return words;
}

// Each word typed begins a word of the title.
static bool begins(const std::vector<std::string>& typed, std::string_view title) {
  const auto words = folded_words(title);
  return std::all_of(typed.begin(), typed.end(), [&](const std::string& start) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return word.starts_with(start); });
  });
}

SearchAnswer search_bundle(const ListMaker& maker, std::string_view language,
                           std::string_view query, int limit) {
  SearchAnswer answer;
  const auto typed = folded_words(query);
  if (typed.empty())
    return answer;
  Statement& rows = maker.bundle->ask(
      "SELECT topic, language, user_title, official_title FROM title WHERE language IN (?1, 'de')");
  rows.bind(1, language);
  std::set<std::string> seen;
  while (rows.step()) {
    const std::string title = rows.text(2), official = rows.text(3);
    const bool by_title = begins(typed, title);
    if ((!by_title && !begins(typed, official)) || seen.contains(rows.text(0)))
      continue;
    SearchHit hit;
    hit.id = rows.text(0);
    hit.why = by_title ? HitReason::Title : HitReason::OfficialTitle;
    hit.score = by_title ? 2 : 1;
    hit.matched = by_title ? title : official;
    hit.matched_language = rows.text(1);
    seen.insert(hit.id);
    answer.hits.push_back(hit);
  }
  std::stable_sort(answer.hits.begin(), answer.hits.end(),
                   [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
  answer.hits.resize(
      std::min(answer.hits.size(), static_cast<std::size_t>(std::clamp(limit, 0, 100))));
  for (auto& hit : answer.hits)
    describe_hit(maker, language, hit);
  return answer;
}

}  // namespace content
