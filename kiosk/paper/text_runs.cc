#include "kiosk/paper/text_runs.h"

#include <algorithm>
#include <cstdint>

#include "kiosk/text/decode.h"

namespace kiosk {
namespace {

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

// Marks, embeddings and isolates: the paper has its order already.
bool orders(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// As a reader wants to have it: valid, one space for a tab, nothing for controls and for hyphens
// that are not shown.
std::string readable(std::string_view bytes, bool ends_line) {
  std::string out;
  const LogicalText text = decode(bytes);
  for (std::uint32_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text.units, i);
    if (c == '\t') {
      out += ' ';
    } else if (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0x2028 && c != 0x2029 &&
               !orders(c) && (c != 0xAD || (ends_line && i == text.size()))) {
      append_utf8(out, c);
    }
  }
  return out;
}

bool together(const Glyph& a, const Glyph& b) {
  return a.font == b.font && a.size == b.size && a.color == b.color && a.level == b.level;
}

// Bytes of the character that `text` begins with.
std::size_t character(std::string_view text) {
  std::size_t bytes = text.empty() ? 0 : 1;
  while (bytes < text.size() && (text[bytes] & '\xC0') == '\x80')
    ++bytes;
  return bytes;
}

// The base, which stands rightmost, is the first letter; its marks are drawn without a word, for a
// mark above the line would be read as a line of its own; all further letters have no glyph.
void turn_round(std::string_view words, std::size_t glyphs, TextRun& run) {
  const std::size_t first = character(words);
  run.text.insert(0, words.substr(0, first));
  run.clusters.push_back({first, 1});
  if (glyphs > 1)
    run.clusters.push_back({0, glyphs - 1});
  words.remove_prefix(first);
  while (!words.empty()) {
    const std::size_t bytes = character(words);
    run.text.insert(0, words.substr(0, bytes));
    run.clusters.push_back({bytes, 0});
    words.remove_prefix(bytes);
  }
}

void read(TextRun& run, const Line& line, std::string_view text, std::uint32_t end) {
  const bool backwards = run.direction == Direction::RightToLeft;
  const std::size_t count = run.last - run.first;
  const auto cluster = [&](std::size_t i) {
    return line.glyphs[backwards ? run.last - 1 - i : run.first + i].cluster;
  };
  for (std::size_t i = 0; i < count;) {
    std::size_t next = i + 1;
    while (next < count && cluster(next) == cluster(i))
      ++next;
    const std::uint32_t from = std::min<std::uint32_t>(cluster(i), end);
    const std::uint32_t to = next < count ? std::clamp(cluster(next), from, end) : end;
    const std::string words = readable(text.substr(from, to - from), to == line.end);
    if (backwards) {
      turn_round(words, next - i, run);
    } else {
      run.clusters.push_back({words.size(), next - i});
      run.text += words;
    }
    i = next;
  }
  if (backwards)
    std::reverse(run.clusters.begin(), run.clusters.end());
}

}  // namespace

std::vector<TextRun> text_runs(const Line& line, std::string_view text) {
  std::vector<TextRun> runs;
  const auto& glyphs = line.glyphs;
  for (std::size_t i = 0; i < glyphs.size();) {
    std::size_t last = i + 1;
    while (last < glyphs.size() && together(glyphs[i], glyphs[last]))
      ++last;
    const bool odd = glyphs[i].level % 2 == 1;
    runs.push_back(
        {i, last, odd ? Direction::RightToLeft : Direction::LeftToRight, std::string(), {}});
    i = last;
  }
  const auto start = [&](const TextRun& run) {
    return std::min(glyphs[run.first].cluster, glyphs[run.last - 1].cluster);
  };
  std::stable_sort(runs.begin(), runs.end(),
                   [&](const TextRun& a, const TextRun& b) { return start(a) < start(b); });
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto after_first = [&](const TextRun& run) {
    const std::uint32_t from = std::min(start(run), size);
    return from + static_cast<std::uint32_t>(character(text.substr(from)));
  };
  for (std::size_t i = 0; i < runs.size(); ++i) {
    // Also what is hidden behind the spaces that hang, when it has a glyph.
    const std::uint32_t end = i + 1 < runs.size()
                                  ? start(runs[i + 1])
                                  : std::max(line.hanging_from, after_first(runs[i]));
    read(runs[i], line, text, std::min(end, size));
  }
  return runs;
}

}  // namespace kiosk
