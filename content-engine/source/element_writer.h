// Writes running text into elements as a parser meets it: white space collapses as in HTML, empty
// paragraphs vanish, spans follow the characters they hold. Logical order; offsets are UTF-8 bytes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/page.h"

namespace content {

class ElementWriter {
 public:
  // Ends the element before; the next characters go into one of this kind.
  void begin(ElementKind kind, int level = 0, int ordinal = 0);
  // Text as it stands in the source; may be called in pieces.
  void add(std::string_view text);
  // A line break; two in a row begin a new paragraph outside lists.
  void add_break();
  // A pictogram before the line that follows; begins an element where text stands before it.
  void add_pictogram(std::string_view name);
  // An element that holds no running text, as it is.
  void add_whole(Element element);

  void open_span(SpanKind kind, std::string target);
  // True when the span held any character.
  bool close_span();

  // Ends the last element and yields all of them.
  std::vector<Element> take();
  // What was left out of the text: characters for which no font has a picture by their nature, and
  // those that turn text round.
  const std::map<char32_t, int>& characters_dropped() const { return dropped_; }

 private:
  struct OpenSpan {
    SpanKind kind;
    std::string target;
    std::size_t start;  // npos until its first character in this element
    bool held_text;
  };

  void end();
  void settle_space();

  std::vector<Element> elements_;
  Element current_{.block = Block::Body};
  std::vector<OpenSpan> open_;
  std::map<char32_t, int> dropped_;
  int breaks_ = 0;
  int spaces_ = 0;  // white space seen since the last character
  bool only_no_break_ = true;
};

}  // namespace content
