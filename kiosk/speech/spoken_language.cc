#include "kiosk/speech/spoken_language.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace kiosk {
namespace {

using content::Failure;
using content::Refusal;
using content::Result;

constexpr std::size_t days_a_month = 31;

std::vector<std::string> listed(std::string_view value) {
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = value.find_first_not_of(' ', at)) != std::string_view::npos;) {
    const std::size_t end = std::min(value.find(' ', at), value.size());
    words.emplace_back(value.substr(at, end - at));
    std::replace(words.back().begin(), words.back().end(), '_', ' ');
    at = end;
  }
  return words;
}

std::string* plain_word(SpokenLanguage& language, std::string_view name) {
  const std::map<std::string_view, std::string*> words{{"voice", &language.voice},
                                                       {"locale", &language.locale},
                                                       {"law", &language.law},
                                                       {"laws", &language.laws},
                                                       {"amount", &language.amount},
                                                       {"amount.one", &language.amount_one},
                                                       {"amount.cents", &language.amount_cents},
                                                       {"hour", &language.hour},
                                                       {"time", &language.time},
                                                       {"to", &language.to},
                                                       {"dot", &language.dot},
                                                       {"slash", &language.slash},
                                                       {"dash", &language.dash},
                                                       {"at", &language.at}};
  const auto at = words.find(name);
  return at == words.end() ? nullptr : at->second;
}

// False for a name there is not, or a value that cannot be.
bool set_line(SpokenLanguage& language, std::string_view name, std::string_view value) {
  for (const auto& [word, may_end] : {std::pair{"say ", false}, std::pair{"last ", true}})
    if (name.starts_with(word)) {
      language.shorts.push_back(
          {std::string(name.substr(std::string_view(word).size())), std::string(value), may_end});
      return true;
    }
  if (std::string* word = plain_word(language, name)) {
    *word = std::string(value);
    return true;
  }
  if (name == "days") {
    language.days = listed(value);
    return language.days.size() == days_a_month;
  }
  if (name == "time-words") {
    language.time_words = listed(value);
    return true;
  }
  if (name == "decimal") {
    language.decimal = value.front();
    return value == "," || value == ".";
  }
  language.ordinal_dots = value == "yes";
  return name == "ordinal-dots" && (value == "yes" || value == "no");
}

std::map<std::string, SpokenLanguage, std::less<>> shelf() {
  std::map<std::string, SpokenLanguage, std::less<>> languages;
  for (const SpokenFile& file : spoken_files()) {
    auto parsed = parse_spoken_language(file.text);
    if (!parsed)  // built in, and tested
      throw std::logic_error(std::string(file.name) + ": " + parsed.failure().message);
    languages.emplace(file.name, std::move(*parsed));
  }
  return languages;
}

}  // namespace

Result<SpokenLanguage> parse_spoken_language(std::string_view text) {
  SpokenLanguage language;
  int number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#'))
      continue;
    const std::size_t equals = line.find(" = ");
    if (equals == std::string_view::npos || equals + 3 >= line.size() ||
        !set_line(language, line.substr(0, equals), line.substr(equals + 3)))
      return Failure{Refusal::Malformed, "line " + std::to_string(number)};
  }
  if (language.voice.empty() || language.locale.empty())
    return Failure{Refusal::Malformed, "no voice or no locale"};
  std::stable_sort(
      language.shorts.begin(), language.shorts.end(),
      [](const ShortForm& a, const ShortForm& b) { return a.written.size() > b.written.size(); });
  return language;
}

const SpokenLanguage* spoken_language(std::string_view tag) {
  static const auto languages = shelf();
  while (!tag.empty()) {
    if (const auto at = languages.find(tag); at != languages.end())
      return &at->second;
    const std::size_t hyphen = tag.rfind('-');
    tag = hyphen == std::string_view::npos ? std::string_view{} : tag.substr(0, hyphen);
  }
  return nullptr;
}

}  // namespace kiosk
