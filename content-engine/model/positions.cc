#include "content-engine/model/positions.h"

#include <algorithm>

namespace content {

void Positions::note(const std::string& file, std::string key, int line) {
  marks_[file].push_back({std::move(key), line});
}

void Positions::note_break(const std::string& file, int text_line, std::uint32_t offset, int line) {
  breaks_[file][text_line][offset] = line;
}

const std::vector<Mark>& Positions::marks(std::string_view file) const {
  static const std::vector<Mark> none;
  const auto at = marks_.find(file);
  return at == marks_.end() ? none : at->second;
}

int Positions::line(std::string_view file, std::string_view key) const {
  const std::vector<Mark>& all = marks(file);
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const Mark& mark) { return mark.key == key; });
  return at == all.end() ? 0 : at->line;
}

int Positions::line_in_text(std::string_view file, int text_line, std::uint32_t offset) const {
  const auto in_file = breaks_.find(file);
  if (in_file == breaks_.end())
    return text_line;
  const auto in_text = in_file->second.find(text_line);
  if (in_text == in_file->second.end())
    return text_line;
  const auto after = in_text->second.upper_bound(offset);
  return after == in_text->second.begin() ? text_line : std::prev(after)->second;
}

}  // namespace content
