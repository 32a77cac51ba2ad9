#include "content-engine/source/element_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "content-engine/model/utf8.h"

namespace content {

static constexpr std::string_view section_sign = "§";

static bool joins_without_blank(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) ||
         (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF);
}

void ElementText::append(std::string_view words) {
  // After a pictogram the words begin with a blank.
  while (text_.empty() && words.starts_with(' '))
    words.remove_prefix(1);
  if (words.empty())
    return;
  if (break_pending_) {
    break_pending_ = false;
    if (!joins_without_blank(last_character(text_).value) ||
        !joins_without_blank(character_at(words, 0).value))
      text_ += ' ';
  }
  for (const char c : words) {
    // «§ 17» stays together on a line.
    if (c == ' ' && std::string_view(text_).ends_with(section_sign))
      text_ += no_break_space;
    else
      text_ += c;
  }
}

void ElementText::soft_break() {
  break_pending_ = !text_.empty();
}

void ElementText::line_break() {
  if (!text_.empty())
    text_ += '\n';
}

void ElementText::fact(std::string_view id) {
  if (break_pending_) {
    break_pending_ = false;
    text_ += ' ';
  }
  const std::uint32_t start = size();
  text_ += object_character;
  spans_.push_back({start, size(), SpanKind::Fact, std::string(id)});
}

void ElementText::open(SpanKind kind, std::string target) {
  if (break_pending_) {
    break_pending_ = false;
    text_ += ' ';
  }
  open_.push_back(spans_.size());
  spans_.push_back({size(), 0, kind, std::move(target)});
}

static ElementText::Bracket bracket_of(SpanKind kind) {
  if (kind == SpanKind::Emphasis)
    return ElementText::Bracket::Emphasis;
  return kind == SpanKind::Strong ? ElementText::Bracket::Strong : ElementText::Bracket::Link;
}

// What is open stands in the order of opening, so erasing the last moves no other open one.
void ElementText::drop_open() {
  spans_.erase(spans_.begin() + static_cast<std::ptrdiff_t>(open_.back()));
  open_.pop_back();
  confused_ = true;
}

bool ElementText::close(Bracket bracket) {
  while (!open_.empty() && bracket_of(spans_[open_.back()].kind) != bracket)
    drop_open();
  if (open_.empty()) {
    confused_ = true;
    return true;
  }
  const std::size_t at = open_.back();
  open_.pop_back();
  spans_[at].end = size();
  if (spans_[at].start != spans_[at].end)
    return true;
  spans_.erase(spans_.begin() + static_cast<std::ptrdiff_t>(at));
  return false;
}

bool ElementText::take_strong() {
  const auto whole = std::find_if(spans_.begin(), spans_.end(), [&](const Span& span) {
    return span.start == 0 && span.end == size() && span.kind == SpanKind::Strong;
  });
  if (empty() || whole == spans_.end())
    return false;
  spans_.erase(whole);
  return true;
}

bool ElementText::move_to(Element& element) {
  while (!open_.empty())
    drop_open();
  const bool understood = !confused_;
  element.text = std::move(text_);
  element.spans = std::move(spans_);
  *this = ElementText{};
  return understood;
}

}  // namespace content
