#include "content-engine/search/index_words.h"

#include <algorithm>

#include "content-engine/search/compounds.h"

namespace content {

IndexWords::IndexWords(std::string_view language)
    : language_(language), cutter_(language), stop_words_(language) {}

std::vector<IndexWords::Met> IndexWords::read(std::string_view text) {
  std::vector<Met> met;
  for (CutWord& cut : cutter_.cut(text)) {
    const auto [at, fresh] =
        ids_.try_emplace(std::move(cut.folded), static_cast<Id>(words_.size()));
    if (fresh)
      words_.emplace_back().folded = &at->first;
    Word& word = words_[at->second];
    word.stands_alone = word.stands_alone || !cut.is_part;
    Spelling& spelling = word.spellings[std::move(cut.plain)];
    // Capitals at the start of a sentence must not win over how the word is written elsewhere.
    if (spelling.count++ == 0 || cut.shown > spelling.shown)
      spelling.shown = std::move(cut.shown);
    spelling.is_part = cut.is_part;
    met.push_back({at->second, cut.is_part});
  }
  return met;
}

void IndexWords::settle() {
  for (Word& word : words_) {
    const auto usual = std::max_element(
        word.spellings.begin(), word.spellings.end(),
        [](const auto& one, const auto& other) { return one.second.count < other.second.count; });
    word.shown = usual->second.shown;
    word.stem = cutter_.stem({*word.folded, usual->first, "", usual->second.is_part});
    word.spellings.clear();
  }
  if (!makes_compounds(language_))
    return;
  const auto known = [&](std::string_view part) {
    const auto at = ids_.find(std::string(part));
    return at != ids_.end() && words_[at->second].stands_alone && stop_words_.weight(part) == 1;
  };
  for (Word& word : words_)
    for (const std::string& part : split_compound(*word.folded, known)) {
      const std::string& stem = words_[ids_.at(part)].stem;
      if (stem != word.stem &&
          std::find(word.parts.begin(), word.parts.end(), stem) == word.parts.end())
        word.parts.push_back(stem);
    }
}

}  // namespace content
