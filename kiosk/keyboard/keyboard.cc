#include "kiosk/keyboard/keyboard.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <utility>

namespace kiosk {
namespace {

using content::Failure;
using content::Refusal;
using content::Result;

constexpr std::string_view dotted_circle = "\u25CC";

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; (at = line.find_first_not_of(' ', at)) != std::string_view::npos;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

// "ß", "’=apostrophe", "◌́=sắc".
KeyCap cap_of(std::string_view word) {
  KeyCap cap;
  const std::size_t equals = word.find('=', 1);
  cap.label = std::string(word.substr(0, equals));
  cap.types = cap.label;
  if (cap.types.starts_with(dotted_circle))
    cap.types.erase(0, dotted_circle.size());
  cap.spoken = equals == std::string_view::npos ? cap.types : std::string(word.substr(equals + 1));
  return cap;
}

// A line above the rows: "name = value"; false for a name there is not.
bool set_property(Keyboard& board, std::string_view line) {
  const std::size_t equals = line.find('=');
  const auto name = words_of(line.substr(0, equals));
  if (equals == std::string_view::npos || name.size() != 1)
    return false;
  const auto values = words_of(line.substr(equals + 1));
  if (name[0] == "languages")
    board.languages.assign(values.begin(), values.end());
  else if (name[0] == "rarely")
    board.rarely.assign(values.begin(), values.end());
  else if (name[0] == "label" && values.size() == 1)
    board.label = std::string(values[0]);
  else
    return false;
  return true;
}

struct Shelf {
  std::map<std::string, Keyboard, std::less<>> by_file;
  std::map<std::string, const Keyboard*, std::less<>> by_language;
};

// The files were tested with the program: one that cannot be read is a broken build.
const Shelf& shelf() {
  static const Shelf all = [] {
    Shelf made;
    for (const KeyboardFile& file : keyboard_files()) {
      auto parsed = parse_keyboard(file.text);
      if (!parsed)
        throw std::logic_error(std::string(file.name) + ": " + parsed.failure().message);
      made.by_file.emplace(file.name, *std::move(parsed));
    }
    for (const auto& [name, board] : made.by_file)
      for (const std::string& language : board.languages)
        made.by_language.emplace(language, &board);
    return made;
  }();
  return all;
}

// Whose keyboard a language without one of its own is typed on.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> of_script{
    {{"Latn", "en"}, {"Cyrl", "ru"}, {"Arab", "ar"}, {"Grek", "el"}}};

}  // namespace

Result<Keyboard> parse_keyboard(std::string_view text) {
  constexpr std::size_t most_keys_a_row = 12;  // or they would be narrower than 20 mm
  Keyboard board;
  bool rows = false;
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty() || (line.front() == '#' && !rows))
      continue;
    if (line == "letters" && !rows) {
      rows = true;
      continue;
    }
    const Failure wrong{Refusal::Malformed, "line " + std::to_string(number) + " cannot be read"};
    if (!rows && !set_property(board, line))
      return wrong;
    if (!rows)
      continue;
    const auto words = words_of(line);
    if (words.empty() || words.size() > most_keys_a_row)
      return wrong;
    board.rows.emplace_back();
    for (const std::string_view word : words)
      board.rows.back().push_back(cap_of(word));
  }
  if (board.rows.empty())
    return Failure{Refusal::Malformed, "there are no letters"};
  return board;
}

const Keyboard* keyboard_of(std::string_view language, std::string_view script) {
  for (std::string_view tag = language; !tag.empty();) {
    if (const auto own = shelf().by_language.find(tag); own != shelf().by_language.end())
      return own->second;
    const std::size_t cut = tag.rfind('-');
    tag = cut == std::string_view::npos ? std::string_view{} : tag.substr(0, cut);
  }
  for (const auto& [known, board] : of_script)
    if (known == script)
      return &shelf().by_file.find(board)->second;
  return nullptr;
}

const Keyboard& german_keyboard() {
  return shelf().by_file.find("de")->second;
}

const Keyboard& sign_keyboard() {
  return shelf().by_file.find("signs")->second;
}

}  // namespace kiosk
