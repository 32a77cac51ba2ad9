// What stands inside one paragraph, item or heading: words, emphasis, links, placeholders. The
// block structure around it is markdown.cc's.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/model/page.h"
#include "content-engine/model/positions.h"
#include "content-engine/source/element_text.h"
#include "content-engine/source/line_map.h"

namespace content {

class InlineReader final {
 public:
  InlineReader(LineMap& lines, const std::string& file, Positions& positions,
               std::vector<Finding>& findings);

  // In the order of the text.
  void emphasis(SpanKind kind);
  void link(std::string_view href);
  void close_span(ElementText::Bracket bracket);
  void open_picture(std::string_view source);
  void close_picture();
  void unknown_span();
  void words(std::string_view words);
  void entity(std::string_view words);
  void soft_break();
  void hard_break();
  // Words of code: seen, but kept nowhere.
  void skip(std::string_view words);

  bool empty() const { return text_.empty() && cards_.empty() && pictogram_.empty(); }
  // Line of the first of it; 0 before there was any.
  int line() const { return line_; }
  // Fills text, spans, line, target, and the kind of a place card or picture; starts afresh.
  void move_to(Element& element);
  // True when a paragraph is strong as a whole; it is that no more.
  bool take_strong() { return cards_.empty() && text_.take_strong(); }

  // A finding of the rule «markdown».
  void outside(int line, Sentence problem, Sentence advice);

 private:
  int touch(std::string_view piece);
  void plain(std::string_view words);
  void placeholder(std::string_view inside);

  LineMap& lines_;
  const std::string& file_;
  Positions& positions_;
  std::vector<Finding>& findings_;

  // A place card or picture, which wants a paragraph of its own.
  struct Card {
    ElementKind kind{};
    std::string target;
  };

  ElementText text_;
  int line_ = 0;
  std::vector<Card> cards_;
  std::string pictogram_;
  int in_picture_ = 0;
  int link_line_ = 0;
  bool opened_ = false;  // emphasis began and no words have come yet
};

}  // namespace content
