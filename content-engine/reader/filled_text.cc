#include "content-engine/reader/filled_text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace content {

// From here on in the old text, offsets grow or shrink by this much.
struct Shift {
  std::size_t from = 0;
  std::ptrdiff_t by = 0;
};

static std::uint32_t moved(std::uint32_t at, const std::vector<Shift>& shifts) {
  const auto after = std::upper_bound(
      shifts.begin(), shifts.end(), at,
      [](std::size_t position, const Shift& shift) { return position < shift.from; });
  const std::ptrdiff_t by = after == shifts.begin() ? 0 : std::prev(after)->by;
  return static_cast<std::uint32_t>(static_cast<std::ptrdiff_t>(at) + by);
}

Result<Element> fill_facts(Element element, const Fillings& fillings, std::size_t limit) {
  std::string text;
  std::vector<Shift> shifts;
  std::vector<Span> spans = element.spans;
  std::size_t copied = 0;
  for (auto& span : spans) {
    if (span.kind != SpanKind::Fact)
      continue;
    Filling filling = fillings(span.target);
    text.append(element.text, copied, span.start - copied).append(filling.text);
    if (text.size() > limit)
      return Failure{Refusal::TooLarge, "a page with more text than anyone can read"};
    copied = span.end;
    shifts.push_back({span.end, static_cast<std::ptrdiff_t>(text.size()) -
                                    static_cast<std::ptrdiff_t>(span.end)});
    span.kind = filling.kind;
    span.target = std::move(filling.target);
  }
  if (shifts.empty())
    return element;
  element.text = text.append(element.text, copied);
  for (auto& span : spans) {
    span.start = moved(span.start, shifts);
    span.end = moved(span.end, shifts);
  }
  element.spans = std::move(spans);
  return element;
}

}  // namespace content
