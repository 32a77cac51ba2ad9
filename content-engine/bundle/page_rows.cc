#include "content-engine/bundle/page_rows.h"

#include <utility>

#include "content-engine/bundle/format.h"

namespace content {

Result<std::optional<PageRow>> read_page(Database& bundle, std::string_view topic,
                                         std::string_view language) {
  Statement& row = bundle.ask(
      "SELECT id, language, provenance, updated, based_on FROM page"
      " WHERE topic = ?1 AND language = ?2");
  row.bind(1, topic).bind(2, language);
  if (!row.step()) {
    if (row.failure())
      return *row.failure();
    return std::optional<PageRow>{};
  }
  PageRow page{
      .id = row.number(0),
      .page = {.language = row.text(1),
               .provenance = parse_provenance(row.text(2)).value_or(Provenance::MachineDrafted),
               .updated = row.date(3),
               .based_on = row.optional_date(4)}};
  if (row.failure())
    return *row.failure();
  return std::optional<PageRow>(std::move(page));
}

// Spans come in the order of the elements; each finds its element by position.
static Result<Done> read_spans(Database& bundle, std::int64_t page,
                               const std::vector<std::int64_t>& positions,
                               std::vector<Element>& elements) {
  Statement& row = bundle.ask(
      "SELECT element, first_byte, end_byte, kind, target FROM span WHERE page = ?1"
      " ORDER BY element, position");
  row.begin(page_span_limit);
  row.bind(1, page);
  std::size_t at = 0;
  while (row.step()) {
    const std::int64_t element = row.number(0), start = row.number(1), end = row.number(2);
    while (at < positions.size() && positions[at] < element)
      ++at;
    if (at == positions.size() || positions[at] != element)
      return Failure{Refusal::Malformed, "a span without its element"};
    const auto size = static_cast<std::int64_t>(elements[at].text.size());
    if (start < 0 || end > size || start > end)
      return Failure{Refusal::Malformed, "a span reaches beyond its text"};
    if (const auto kind = parse_span_kind(row.text(3)))
      elements[at].spans.push_back(
          {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), *kind, row.text(4)});
  }
  if (row.failure())
    return *row.failure();
  return Done{};
}

Result<std::vector<Element>> read_elements(Database& bundle, std::int64_t page) {
  Statement& row = bundle.ask(
      "SELECT position, block, kind, level, ordinal, text, target FROM element WHERE page = ?1"
      " ORDER BY position");
  row.begin(page_element_limit);
  row.bind(1, page);
  std::vector<std::int64_t> positions;
  std::vector<Element> elements;
  std::size_t bytes = 0;
  while (row.step()) {
    positions.push_back(row.number(0));
    elements.push_back({.block = parse_block(row.text(1)).value_or(Block::Body),
                        .kind = parse_element_kind(row.text(2)).value_or(ElementKind::Paragraph),
                        .level = row.small_number(3),
                        .ordinal = row.small_number(4),
                        .text = row.text(5),
                        .spans = {},
                        .target = row.text(6)});
    bytes += elements.back().text.size();
    if (bytes > page_text_limit)
      return Failure{Refusal::TooLarge, "a page with more text than anyone can read"};
  }
  if (row.failure())
    return *row.failure();
  if (const auto spans = read_spans(bundle, page, positions, elements); !spans)
    return spans.failure();
  for (const auto& element : elements)
    if (auto fault = span_fault(element))
      return Failure{Refusal::Malformed, std::move(*fault)};
  return elements;
}

static bool on_border(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
}

std::optional<std::string> span_fault(const Element& element) {
  const std::string_view text = element.text;
  std::vector<std::uint32_t> open_ends;
  const Span* before = nullptr;
  for (const auto& span : element.spans) {
    if (span.start >= span.end || span.end > text.size())
      return "a span is empty or reaches beyond its text";
    if (!on_border(text, span.start) || !on_border(text, span.end))
      return "a span cuts a character";
    if (before != nullptr &&
        (span.start < before->start || (span.start == before->start && span.end > before->end)))
      return "spans are out of order";
    while (!open_ends.empty() && open_ends.back() <= span.start)
      open_ends.pop_back();
    if (!open_ends.empty() && span.end > open_ends.back())
      return "spans cross";
    if (span.kind == SpanKind::Fact) {
      if (text.substr(span.start, span.end - span.start) != "\xEF\xBF\xBC")
        return "a fact does not stand on its place holder";
      if (before != nullptr && before->kind == SpanKind::Fact && before->start == span.start)
        return "two facts stand on one place holder";
    }
    open_ends.push_back(span.end);
    before = &span;
  }
  return std::nullopt;
}

}  // namespace content
