// The text of one element while a reader collects it: plain words, spans around them, and the
// placeholders {fact:…} and {place:…} of the source format.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/page.h"

namespace content {

// U+FFFC, the one character a fact covers until the reader fills it in.
inline constexpr std::string_view object_character = "\xEF\xBF\xBC";
// U+00A0, the blank no line ends at.
inline constexpr std::string_view no_break_space = "\u00a0";

class ElementText final {
 public:
  void append(std::string_view words);
  // Ends a source line within a paragraph: a blank, but none between Han characters.
  void soft_break();
  // Begins a new line within the paragraph.
  void line_break();
  void fact(std::string_view id);
  // Spans are opened and closed like brackets. A parser that confuses them loses the span and keeps
  // the words: what is closed was opened last of its bracket, what was opened inside is dropped.
  enum class Bracket { Emphasis, Strong, Link };
  void open(SpanKind kind, std::string target = {});
  // False when the span covers no text; it is left out then.
  bool close(Bracket bracket);

  bool empty() const { return text_.empty(); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  const std::string& text() const { return text_; }

  // True when the whole text is strong; the span that says so is taken away.
  bool take_strong();
  // Hands the text over and starts afresh; false when brackets were confused.
  bool move_to(Element& element);

 private:
  void drop_open();

  std::string text_;
  std::vector<Span> spans_;
  std::vector<std::size_t> open_;
  bool break_pending_ = false;
  bool confused_ = false;
};

}  // namespace content
