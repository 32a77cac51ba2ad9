#include "content-engine/source/element_writer.h"

#include <algorithm>

namespace content {

static constexpr std::string_view no_break_space = "\u00a0";

// Controls that turn text round (UAX #9 embeddings and overrides), byte order marks and C0: editors
// elsewhere leave them behind, and they would reorder a neighbour's text.
static std::size_t stripped_length(std::string_view rest) {
  if (static_cast<unsigned char>(rest.front()) < 0x20 || rest.front() == 0x7F)
    return 1;
  if (rest.starts_with("\u202a") || rest.starts_with("\u202b") || rest.starts_with("\u202c") ||
      rest.starts_with("\u202d") || rest.starts_with("\u202e") || rest.starts_with("\ufeff"))
    return 3;
  return 0;
}

void ElementWriter::begin(ElementKind kind, int level, int ordinal) {
  end();
  current_.kind = kind;
  current_.level = level;
  current_.ordinal = ordinal;
}

void ElementWriter::add(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto rest = text.substr(i);
    if (rest.front() == ' ' || rest.front() == '\n' || rest.front() == '\t' ||
        rest.front() == '\r') {
      ++spaces_;
      only_no_break_ = false;
      ++i;
    } else if (rest.starts_with(no_break_space)) {
      ++spaces_;
      i += no_break_space.size();
    } else if (const auto length = stripped_length(rest); length > 0) {
      i += length;
    } else {
      settle_space();
      for (auto& span : open_)
        if (span.start == std::string::npos)
          span.start = current_.text.size();
      current_.text += rest.front();
      ++i;
    }
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
  if (!current_.text.empty())
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
