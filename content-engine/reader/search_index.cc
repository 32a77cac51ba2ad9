#include "content-engine/reader/search_index.h"

#include <algorithm>

#include "content-engine/search/postings.h"

namespace content {

SearchIndex::SearchIndex(Database& bundle, std::string_view language)
    : language_(language), cutter_(language), stop_words_(language) {
  Statement& row =
      bundle.ask("SELECT entries, average, words FROM search_language WHERE language = ?1");
  row.bind(1, language);
  if (!row.step())
    return;
  const int entries = row.small_number(0), average = row.small_number(1);
  const std::string words = row.bytes(2);
  if (row.failure())
    return;
  entries_ = std::max(entries, 0);
  average_ = std::max(average, 1);
  words_ = WordList(words);
}

std::vector<Occurrence> SearchIndex::find(Database& bundle, std::string_view stem,
                                          SearchDepth depth) const {
  std::vector<Occurrence> found;
  const bool with_bodies = depth == SearchDepth::HeadsAndBodies;
  Statement& row = bundle.ask(
      with_bodies ? "SELECT heads, bodies FROM search_stem WHERE language = ?1 AND stem = ?2"
                  : "SELECT heads FROM search_stem WHERE language = ?1 AND stem = ?2");
  row.bind(1, language_).bind(2, stem);
  if (!row.step())
    return found;
  const std::string heads = row.bytes(0), bodies = with_bodies ? row.bytes(1) : std::string();
  PostingReader head_reader(heads), body_reader(bodies);
  auto head = head_reader.head();
  auto body = body_reader.body();
  while (head || body) {
    Occurrence one{.entry =
                       !body || (head && head->entry < body->entry) ? head->entry : body->entry};
    if (head && head->entry == one.entry) {
      one.fields = head->fields;
      one.words = head->words;
      head = head_reader.head();
    }
    if (body && body->entry == one.entry) {
      one.halves = body->halves;
      one.length = body->length;
      body = body_reader.body();
    }
    found.push_back(one);
  }
  return found;
}

}  // namespace content
