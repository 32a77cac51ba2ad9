#include "content-engine/model/page.h"

#include "content-engine/model/words.h"

namespace content {

static constexpr std::array<std::string_view, 11> block_words{
    "what", "who",     "steps", "documents", "cost", "deadline",
    "law",  "refused", "where", "source",    "body"};
static constexpr std::array<std::string_view, 7> element_words{
    "paragraph", "heading", "step", "item", "value", "place", "picture"};
static constexpr std::array<std::string_view, 7> span_words{"strong", "emphasis", "topic",  "place",
                                                            "web",    "fact",     "isolate"};
static constexpr std::array<std::string_view, 4> provenance_words{
    "machine-drafted", "human-written", "checked", "imported"};

std::string_view to_word(Block block) {
  return block_words.at(static_cast<std::size_t>(block));
}
std::optional<Block> parse_block(std::string_view word) {
  return find_word<Block>(block_words, word);
}

std::string_view to_word(ElementKind kind) {
  return element_words.at(static_cast<std::size_t>(kind));
}
std::optional<ElementKind> parse_element_kind(std::string_view word) {
  return find_word<ElementKind>(element_words, word);
}

std::string_view to_word(SpanKind kind) {
  return span_words.at(static_cast<std::size_t>(kind));
}
std::optional<SpanKind> parse_span_kind(std::string_view word) {
  return find_word<SpanKind>(span_words, word);
}

std::string_view to_word(Provenance provenance) {
  return provenance_words.at(static_cast<std::size_t>(provenance));
}
std::optional<Provenance> parse_provenance(std::string_view word) {
  return find_word<Provenance>(provenance_words, word);
}

}  // namespace content
