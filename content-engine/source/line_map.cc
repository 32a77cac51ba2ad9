#include "content-engine/source/line_map.h"

#include <algorithm>
#include <functional>

#include "content-engine/source/source_text.h"

namespace content {

LineMap::LineMap(std::string_view text, int first_line) : text_(text), first_line_(first_line) {
  starts_.push_back(0);
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '\n')
      starts_.push_back(at + 1);
  seen_.resize(starts_.size());
}

bool LineMap::holds(std::string_view piece) const {
  const std::less<const char*> precedes;
  return !piece.empty() && !precedes(piece.data(), text_.data()) &&
         precedes(piece.data(), text_.data() + text_.size());
}

char LineMap::before(std::string_view piece, std::size_t back) const {
  if (!holds(piece))
    return '\n';
  const auto offset = static_cast<std::size_t>(piece.data() - text_.data());
  return offset < back ? '\n' : text_[offset - back];
}

std::size_t LineMap::line_of(std::string_view piece) const {
  const auto offset = static_cast<std::size_t>(piece.data() - text_.data());
  return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) -
                                  starts_.begin() - 1);
}

int LineMap::see(std::string_view piece) {
  if (!holds(piece))
    return last();
  const std::size_t first = line_of(piece);
  const std::size_t end = line_of(piece.substr(piece.size() - 1));
  for (std::size_t index = first; index <= end; ++index)
    seen_[index] = true;
  return first_line_ + static_cast<int>(first);
}

int LineMap::touch(std::string_view piece) {
  if (holds(piece))
    last_ = std::max(last_, line_of(piece.substr(piece.size() - 1)));
  return see(piece);
}

std::string_view LineMap::line(std::size_t index) const {
  const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
  return trimmed(text_.substr(starts_[index], end - starts_[index]));
}

char LineMap::end_of_last_line() const {
  const std::size_t end = last_ + 1 < starts_.size() ? starts_[last_ + 1] - 1 : text_.size();
  return end > starts_[last_] ? text_[end - 1] : '\n';
}

int LineMap::touch_next() {
  std::size_t index = seen_[last_] ? last_ + 1 : last_;
  while (index < starts_.size() && line(index).empty())
    ++index;
  if (index < starts_.size()) {
    seen_[index] = true;
    last_ = index;
  }
  return last();
}

std::vector<int> LineMap::untouched() const {
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  std::vector<int> lines;
  for (std::size_t index = 0; index < starts_.size(); ++index) {
    const std::string_view words = line(index);
    if (!seen_[index] && std::any_of(words.begin(), words.end(), is_word))
      lines.push_back(first_line_ + static_cast<int>(index));
  }
  return lines;
}

}  // namespace content
