// A page from a stranger: whatever its bytes, reading ends, and its spans stand inside their texts,
// on character borders, sorted and never crossing.
#include <cstdint>

#include "content-engine/model/utf8.h"
#include "content-engine/source/front_matter.h"
#include "content-engine/source/isolates.h"
#include "content-engine/source/markdown.h"
#include "content-engine/source/source_text.h"

using namespace content;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static IsolateFinder isolates;
  std::vector<Finding> findings;
  Positions positions;
  const std::string text = clean_text({reinterpret_cast<const char*>(data), size}, "f", findings);
  const FrontMatter head = parse_front_matter(text, "f", findings);
  for (Element element :
       parse_markdown(head.body, 1, "f", TopicForm::Blocks, positions, findings)) {
    isolates.mark(element, Direction::RightToLeft);
    element.text += '.';
    for (const Span& a : element.spans)
      for (const Span& b : element.spans)
        if (a.end >= element.text.size() || a.start >= a.end ||
            !character_at(element.text, a.start).valid ||
            !character_at(element.text, a.end).valid ||
            (&a < &b &&
             (a.start > b.start || (a.start < b.start && b.start < a.end && a.end < b.end))))
          __builtin_trap();
  }
  return 0;
}
