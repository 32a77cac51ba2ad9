// One topic's text in one language, as blocks of elements. This is the common form: editors'
// Markdown and imported HTML become it, the bundle stores it, the kiosk lays it out. Offsets are
// UTF-8 byte offsets into the element's own text and always stand on character borders.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"

namespace content {

// The blocks of a topic in the one order in which they are read (R27). Body is what an importer
// brings that follows no form.
enum class Block : std::uint8_t {
  What,
  Who,
  Steps,
  Documents,
  Cost,
  Deadline,
  Law,
  Refused,
  Where,
  Source,
  Body,
};
inline constexpr std::size_t form_block_count = 10;  // without Body

// "what", "who", … "source", "body": the word in source files, bundles and interface keys.
std::string_view to_word(Block block);
std::optional<Block> parse_block(std::string_view word);

enum class ElementKind : std::uint8_t {
  Paragraph,
  Heading,    // inside a block; level 3 or 4
  Step,       // item of an ordered list; ordinal counts from 1 within its list
  Item,       // item of an unordered list; level counts nesting from 1
  Value,      // the short answer of a cost or deadline block, set large
  PlaceCard,  // text empty, target names the place
  Picture,    // text is the alternative text, target names the picture
};
std::string_view to_word(ElementKind kind);
std::optional<ElementKind> parse_element_kind(std::string_view word);

enum class SpanKind : std::uint8_t {
  Strong,
  Emphasis,   // set like Strong: scripts without italics exist
  TopicLink,  // target: topic id
  PlaceLink,  // target: place id
  WebLink,    // target: absolute URL; shown as text, never followed
  Fact,       // covers exactly one U+FFFC that the reader replaces; target: fact id
  Isolate,    // phone number, amount, §, address, foreign name; target: "ltr", "rtl" or "auto"
};
std::string_view to_word(SpanKind kind);
std::optional<SpanKind> parse_span_kind(std::string_view word);

struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;  // one past the last byte
  SpanKind kind{};
  std::string target;

  bool operator==(const Span&) const = default;
};

struct Element {
  Block block{};
  ElementKind kind{};
  int level = 0;
  int ordinal = 0;
  std::string text;
  std::vector<Span> spans;  // by start, then by end descending; may nest, never cross
  std::string target;       // place or picture id; of a Paragraph, Item or Heading: its pictogram
  int line = 0;             // in the source file, for findings; not stored

  bool operator==(const Element&) const = default;
};

// Who stands behind a text (design 3, «Provenance is shown»).
enum class Provenance : std::uint8_t { MachineDrafted, HumanWritten, Checked, Imported };
std::string_view to_word(Provenance provenance);
std::optional<Provenance> parse_provenance(std::string_view word);

struct Page {
  std::string language;
  Provenance provenance = Provenance::MachineDrafted;
  Date updated;                   // of this text
  std::optional<Date> based_on;   // «updated» of the German text it was translated from
  std::vector<Element> elements;  // in reading order
  std::string file;               // for findings; not stored

  bool operator==(const Page&) const = default;
};

}  // namespace content
