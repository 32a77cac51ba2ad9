// block-missing, block-empty, block-order, block-twice (R27).
#include <algorithm>
#include <array>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

static constexpr std::string_view all_blocks =
    "what who steps documents cost deadline law refused where source";

namespace {

struct Headings {
  std::array<int, form_block_count> line{};  // 0: not there
  int first_line = 0;
};

}  // namespace

static Headings check_order(Inspection& inspection, const std::string& file) {
  Headings headings;
  std::size_t furthest = 0;
  for (const Mark& mark : inspection.positions.marks(file)) {
    const auto block = mark.key.starts_with("## ")
                           ? parse_block(std::string_view(mark.key).substr(3))
                           : std::nullopt;
    if (!block || *block == Block::Body)
      continue;
    const auto index = static_cast<std::size_t>(*block);
    if (headings.first_line == 0)
      headings.first_line = mark.line;
    if (headings.line.at(index) != 0) {
      inspection.error(file, mark.line, "block-twice",
                       sentence("Den Block «%1» gibt es schon in Zeile %2",
                                "the block «%1» is there already in line %2",
                                {to_word(*block), std::to_string(headings.line.at(index))}),
                       sentence("beide zu einem Block machen", "make them one block"));
      continue;
    }
    headings.line.at(index) = mark.line;
    if (index < furthest)
      inspection.error(file, mark.line, "block-order",
                       sentence("Der Block «%1» steht an falscher Stelle",
                                "the block «%1» is out of order", {to_word(*block)}),
                       {std::string("Reihenfolge: ") + std::string(all_blocks),
                        std::string("the order is: ") + std::string(all_blocks)});
    furthest = std::max(furthest, index);
  }
  return headings;
}

// A missing block is reported where it would have to begin.
static void check_presence(Inspection& inspection, const Page& page, const Headings& headings) {
  std::string missing;
  int line = 0;
  for (std::size_t index = form_block_count; index-- > 0;) {
    const std::string word(to_word(static_cast<Block>(index)));
    if (headings.line.at(index) == 0) {
      missing = word + (missing.empty() ? "" : ", ") + missing;
      const auto next = std::find_if(headings.line.begin() + static_cast<std::ptrdiff_t>(index),
                                     headings.line.end(), [](int at) { return at != 0; });
      line = next == headings.line.end()
                 ? *std::max_element(headings.line.begin(), headings.line.end())
                 : *next;
      continue;
    }
    const bool filled = std::any_of(
        page.elements.begin(), page.elements.end(),
        [&](const Element& element) { return element.block == static_cast<Block>(index); });
    if (!filled)
      inspection.error(page.file, headings.line.at(index), "block-empty",
                       sentence("Der Block «%1» ist leer", "the block «%1» is empty", {word}),
                       sentence("einen Satz schreiben, auch wenn es nichts zu sagen gibt",
                                "write a sentence, even to say that there is nothing"));
  }
  if (missing.empty())
    return;
  const bool master = page.language == inspection.edition.town.default_language;
  inspection.add(page.file, std::max(line, 1), master ? Severity::Error : Severity::Warning,
                 "block-missing",
                 {"Es fehlen Blöcke: " + missing, "blocks are missing: " + missing},
                 sentence("jeden Block mit ## und seinem Wort schreiben",
                          "write each block with ## and its word"));
}

void check_blocks(Inspection& inspection) {
  for (const Topic& topic : inspection.edition.topics) {
    if (topic.form != TopicForm::Blocks)
      continue;
    for (const Page& page : topic.pages)
      check_presence(inspection, page, check_order(inspection, page.file));
  }
}

}  // namespace content
