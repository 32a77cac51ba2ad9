#include "content-engine/source/element_writer.h"

#include <algorithm>

#include "content-engine/model/utf8.h"
#include "content-engine/source/element_text.h"

namespace content {

// Controls that turn text round (UAX #9 embeddings and overrides), byte order marks, and what
// stands for something only where it was written: private use (bullets of word processors),
// objects, noncharacters. Editors elsewhere leave them behind.
static bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || c == 0xFEFF ||
         (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFDD0 && c <= 0xFDEF) ||
         (c >= 0xFFF9 && c <= 0xFFFD) || (c & 0xFFFE) == 0xFFFE || c >= 0xF0000;
}

static bool is_blank(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029;
}

// Alone in an element, they are no words.
static bool is_unseen(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2069) ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

static bool says_something(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (!is_unseen(character.value) && !is_blank(character.value) && character.value != 0xA0)
      return true;
    at += character.length;
  }
  return false;
}

void ElementWriter::begin(ElementKind kind, int level, int ordinal) {
  end();
  current_.kind = kind;
  current_.level = level;
  current_.ordinal = ordinal;
}

void ElementWriter::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (is_blank(character.value)) {
      ++spaces_;
      only_no_break_ = false;
    } else if (character.value == 0xA0) {
      ++spaces_;
    } else if (is_dropped(character.value)) {
      ++dropped_[character.value];
    } else {
      settle_space();
      for (auto& span : open_)
        if (span.start == std::string::npos)
          span.start = current_.text.size();
      append_utf8(current_.text, character.value);
    }
    at += character.length;
  }
}

void ElementWriter::settle_space() {
  if (current_.text.empty()) {
    breaks_ = spaces_ = 0;
  } else if (breaks_ >= 2 && current_.kind == ElementKind::Paragraph) {
    const Element like = current_;
    end();
    current_.kind = like.kind;
    current_.level = like.level;
  } else if (breaks_ > 0) {
    current_.text += '\n';
  } else if (spaces_ > 0) {
    current_.text += spaces_ == 1 && only_no_break_ ? no_break_space : " ";
  }
  breaks_ = spaces_ = 0;
  only_no_break_ = true;
}

void ElementWriter::add_break() {
  ++breaks_;
  spaces_ = 0;
}

void ElementWriter::add_pictogram(std::string_view name) {
  const Element like = current_;
  if (!like.text.empty())
    begin(like.kind == ElementKind::Item ? ElementKind::Item : ElementKind::Paragraph, like.level);
  current_.target = name;
}

void ElementWriter::add_whole(Element element) {
  end();
  elements_.push_back(std::move(element));
}

void ElementWriter::open_span(SpanKind kind, std::string target) {
  open_.push_back({kind, std::move(target), std::string::npos, false});
}

bool ElementWriter::close_span() {
  OpenSpan span = std::move(open_.back());
  open_.pop_back();
  if (span.start == std::string::npos)
    return span.held_text;
  current_.spans.push_back({static_cast<std::uint32_t>(span.start),
                            static_cast<std::uint32_t>(current_.text.size()), span.kind,
                            std::move(span.target)});
  return true;
}

void ElementWriter::end() {
  for (auto& span : open_)
    if (span.start != std::string::npos) {
      current_.spans.push_back({static_cast<std::uint32_t>(span.start),
                                static_cast<std::uint32_t>(current_.text.size()), span.kind,
                                span.target});
      span.start = std::string::npos;
      span.held_text = true;
    }
  std::stable_sort(current_.spans.begin(), current_.spans.end(), [](const Span& a, const Span& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
  if (says_something(current_.text))
    elements_.push_back(std::move(current_));
  current_ = Element{.block = Block::Body};
  breaks_ = spaces_ = 0;
  only_no_break_ = true;
}

std::vector<Element> ElementWriter::take() {
  end();
  return std::move(elements_);
}

}  // namespace content
