// Which line of a file a byte of the parsed text stands in, and which lines the parser has spoken
// about. Markdown parsers swallow some lines without a word (link definitions); a line with words
// that nobody touched is how we notice.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace content {

class LineMap final {
 public:
  // `text` must outlive the map; its first line is line `first_line` of the file.
  LineMap(std::string_view text, int first_line);

  // Marks the lines of a piece of the text as seen and is its first line. A piece from elsewhere
  // (a copy the parser made) is where the parser was last.
  int see(std::string_view piece);
  // The same, and the parser has come as far as its last line.
  int touch(std::string_view piece);
  // The sign `back` bytes before a piece; '\n' when the piece is from elsewhere or at the start.
  char before(std::string_view piece, std::size_t back = 1) const;
  // The first line with signs on it after everything seen so far; marks it as seen.
  int touch_next();
  // The last sign of the last line seen; '\n' when it is empty.
  char end_of_last_line() const;
  int last() const { return first_line_ + static_cast<int>(last_); }

  // Lines with letters or digits that nothing touched.
  std::vector<int> untouched() const;

 private:
  bool holds(std::string_view piece) const;
  std::size_t line_of(std::string_view piece) const;
  std::string_view line(std::size_t index) const;

  std::string_view text_;
  int first_line_;
  std::vector<std::size_t> starts_;  // offset of each line
  std::vector<bool> seen_;
  std::size_t last_ = 0;
};

}  // namespace content
