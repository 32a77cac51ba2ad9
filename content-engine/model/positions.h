// Where in the editors' folder things were written that the model itself keeps no line for: keys,
// headings, the lines of a long paragraph. Source readers note, rules look up; a reader that knows
// no lines (an importer) leaves it empty and every answer is 0 or the given line.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace content {

// A key or heading and its line, from 1.
struct Mark {
  std::string key;
  int line = 0;

  bool operator==(const Mark&) const = default;
};

class Positions final {
 public:
  void note(const std::string& file, std::string key, int line);
  // From this byte offset on, the text that begins in `text_line` stands in `line`.
  void note_break(const std::string& file, int text_line, std::uint32_t offset, int line);

  // In the order in which they were written.
  const std::vector<Mark>& marks(std::string_view file) const;
  // Of the first mark with this key; 0 when there is none.
  int line(std::string_view file, std::string_view key) const;
  // Of a byte of the text that begins in `text_line`.
  int line_in_text(std::string_view file, int text_line, std::uint32_t offset) const;

 private:
  std::map<std::string, std::vector<Mark>, std::less<>> marks_;
  // file → first line of the text → offset → line
  std::map<std::string, std::map<int, std::map<std::uint32_t, int>>, std::less<>> breaks_;
};

}  // namespace content
