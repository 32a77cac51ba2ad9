// Unicode 15's own test files (package unicode-data) through our pipeline. What differs is listed
// here with its rule and its reason, and must go on differing: a list that is too long fails too.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "kiosk/text/lines.h"
#include "kiosk/text/segment.h"

using namespace kiosk;

namespace {

const std::string data = "/usr/share/unicode/";

std::vector<std::string> data_lines(const std::string& name) {
  std::ifstream in(data + name);
  REQUIRE_MESSAGE(in.is_open(), (data + name + ": install unicode-data"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line.front() != '#')
      lines.push_back(line);
  return lines;
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> found;
  for (std::string word; in >> word;)
    found.push_back(word);
  return found;
}

LogicalText text_of(const std::u32string& characters) {
  LogicalText text;
  for (const char32_t c : characters) {
    if (c < 0x10000) {
      text.units.push_back(static_cast<char16_t>(c));
    } else {
      text.units.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
      text.units.push_back(static_cast<char16_t>(0xDC00 | (c & 0x3FF)));
    }
  }
  for (std::uint32_t i = 0; i <= text.units.size(); ++i)
    text.bytes.push_back(i);
  return text;
}

// tests/golden/unicode/NAME: the lines that differ, each group under its rule and reason.
std::set<std::string> listed_exceptions(const std::string& name) {
  std::ifstream in(SOURCE_DIR "/tests/golden/unicode/" + name);
  std::set<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line.front() != ';')
      lines.insert(line);
  return lines;
}

struct Expected {
  int base = -1;
  std::vector<int> levels;           // -1: any
  std::vector<std::uint32_t> order;  // of the characters that have a level, left to right
};

class Bidi {
 public:
  bool agrees(const std::u32string& characters, BaseDirection direction, const Expected& expected) {
    SegmentRequest request;
    request.language = "en";
    request.direction = direction;
    request.isolation = Isolation::AsGiven;
    const Segmented segmented = segmenter_.segment(text_of(characters), request);
    if (expected.base >= 0 && segmented.base_level != expected.base)
      return false;
    // ICU leaves a text in which nothing turns at its base level: «LRE L» is level 0, not 2. Order
    // and direction are the same, so that parity is enough there.
    const auto turns = [&](Level level) { return level != segmented.base_level; };
    const bool flat = std::none_of(segmented.levels.begin(), segmented.levels.end(), turns);
    std::vector<Level> levels;
    std::vector<std::uint32_t> places;
    std::uint32_t unit = 0;
    for (std::uint32_t i = 0; i < characters.size(); ++i) {
      const Level level = segmented.levels[unit];
      if (expected.levels[i] >= 0 && level != expected.levels[i] &&
          !(flat && level % 2 == expected.levels[i] % 2))
        return false;
      if (expected.levels[i] >= 0) {
        levels.push_back(level);
        places.push_back(i);
      }
      unit += characters[i] < 0x10000 ? 1 : 2;
    }
    std::vector<std::uint32_t> order;
    for (const std::uint32_t index : visual_order(levels))
      order.push_back(places[index]);
    return order == expected.order;
  }

 private:
  Characters characters_;
  Segmenter segmenter_{characters_};
};

std::vector<int> levels_from(const std::string& text) {
  std::vector<int> levels;
  for (const std::string& word : words(text))
    levels.push_back(word == "x" ? -1 : std::stoi(word));
  return levels;
}

std::vector<std::uint32_t> order_from(const std::string& text) {
  std::vector<std::uint32_t> order;
  for (const std::string& word : words(text))
    order.push_back(static_cast<std::uint32_t>(std::stoul(word)));
  return order;
}

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, ';');)
    found.push_back(field);
  return found;
}

std::u32string characters_from(const std::string& text) {
  std::u32string characters;
  for (const std::string& word : words(text))
    characters.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
  return characters;
}

// «÷ 0020 × 0308 ÷» against one kind of boundary.
std::set<std::string> boundary_failures(const std::string& file, Boundary boundary) {
  Characters characters;
  Segmenter segmenter(characters);
  std::set<std::string> failures;
  for (const std::string& line : data_lines(file)) {
    const std::string rule = line.substr(0, line.find_last_of("÷×", line.find('#')) + 1);
    std::u32string text;
    std::vector<bool> breaks;
    for (const std::string& word : words(rule)) {
      if (word == "÷" || word == "×")
        breaks.push_back(word == "÷");
      else
        text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
    SegmentRequest request;
    request.language = "en";
    request.isolation = Isolation::AsGiven;
    const Segmented segmented = segmenter.segment(text_of(text), request);
    std::uint32_t unit = 0;
    bool good = true;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      // A line's start is no place for its end; a text's start is no boundary of ours.
      if (i > 0)
        good = good && segmented.has(unit, boundary) == breaks[i];
      if (i < text.size())
        unit += text[i] < 0x10000 ? 1 : 2;
    }
    if (!good)
      failures.insert(rule);
  }
  return failures;
}

}  // namespace

TEST_SUITE("text/unicode") {
  TEST_CASE("BidiTest.txt: every combination of up to four bidi classes") {
    const std::map<std::string, char32_t> samples{
        {"L", U'a'},        {"R", U'\u05D0'},   {"AL", U'\u0627'},  {"EN", U'1'},
        {"ES", U'-'},       {"ET", U'%'},       {"AN", U'\u0661'},  {"CS", U','},
        {"B", U'\u2029'},   {"S", U'\t'},       {"WS", U' '},       {"ON", U'!'},
        {"NSM", U'\u0300'}, {"BN", U'\u00AD'},  {"LRE", U'\u202A'}, {"RLE", U'\u202B'},
        {"PDF", U'\u202C'}, {"LRO", U'\u202D'}, {"RLO", U'\u202E'}, {"LRI", U'\u2066'},
        {"RLI", U'\u2067'}, {"FSI", U'\u2068'}, {"PDI", U'\u2069'}};
    constexpr BaseDirection directions[] = {BaseDirection::FirstStrong, BaseDirection::LeftToRight,
                                            BaseDirection::RightToLeft};
    Bidi bidi;
    Expected expected;
    int checked = 0;
    int failed = 0;
    for (const std::string& line : data_lines("BidiTest.txt")) {
      if (line.starts_with("@Levels:")) {
        expected.levels = levels_from(line.substr(8));
      } else if (line.starts_with("@Reorder:")) {
        expected.order = order_from(line.substr(9));
      } else {
        std::u32string characters;
        for (const std::string& name : words(line.substr(0, line.find(';'))))
          characters.push_back(samples.at(name));
        const int set = std::stoi(line.substr(line.find(';') + 1));
        for (int i = 0; i < 3; ++i) {
          if ((set & (1 << i)) == 0)
            continue;
          ++checked;
          if (!bidi.agrees(characters, directions[i], expected) && ++failed < 5)
            MESSAGE(line << " direction " << i);
        }
      }
    }
    CHECK(checked > 700'000);
    CHECK(failed == 0);
  }

  TEST_CASE("BidiCharacterTest.txt: brackets, isolates, overrides") {
    Bidi bidi;
    std::set<std::string> failures;
    int checked = 0;

    for (const std::string& line : data_lines("BidiCharacterTest.txt")) {
      const auto field = fields(line);
      constexpr BaseDirection directions[] = {
          BaseDirection::LeftToRight, BaseDirection::RightToLeft, BaseDirection::FirstStrong};
      Expected expected;
      expected.base = std::stoi(field.at(2));
      expected.levels = levels_from(field.at(3));
      expected.order = order_from(field.size() > 4 ? field[4] : "");
      ++checked;
      if (!bidi.agrees(characters_from(field[0]), directions[std::stoi(field[1])], expected))
        failures.insert(line);
    }
    CHECK(checked == 91'707);
    CHECK(failures == listed_exceptions("bidi-character.txt"));
  }

  TEST_CASE("LineBreakTest.txt: all but ICU's allowed tailorings") {
    CHECK(boundary_failures("auxiliary/LineBreakTest.txt", LineMay) ==
          listed_exceptions("line-break.txt"));
  }

  TEST_CASE("GraphemeBreakTest.txt: all of it") {
    CHECK(boundary_failures("auxiliary/GraphemeBreakTest.txt", Grapheme).empty());
  }
}
