#include "tools/arguments.h"

#include <algorithm>
#include <cstdlib>

namespace content {

static const Option* find_option(const std::vector<Option>& options, std::string_view name) {
  const auto at = std::find_if(options.begin(), options.end(), [&](const Option& option) {
    return option.name == name || (!option.short_name.empty() && option.short_name == name);
  });
  return at == options.end() ? nullptr : &*at;
}

Arguments Arguments::parse(const std::vector<std::string>& words,
                           const std::vector<Option>& options) {
  Arguments result;
  const auto wrong = [&](Sentence sentence) {
    if (!result.mistake_)
      result.mistake_ = std::move(sentence);
  };
  bool only_positional = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (only_positional || word.size() < 2 || word.front() != '-') {
      result.positional_.push_back(word);
      continue;
    }
    if (word == "--") {
      only_positional = true;
      continue;
    }
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name = word.substr(0, equals);
    const Option* option = find_option(options, name);
    if (option == nullptr) {
      wrong(sentence("unbekannte Option %1", "unknown option %1", {name}));
      continue;
    }
    std::vector<std::string>& values = result.given_[option->name];
    if (!option->takes_value) {
      if (equals != std::string::npos)
        wrong(sentence("die Option %1 hat keinen Wert", "option %1 takes no value", {name}));
      continue;
    }
    if (equals != std::string::npos)
      values.push_back(word.substr(equals + 1));
    else if (at + 1 < words.size())
      values.push_back(words[++at]);
    else
      wrong(sentence("der Option %1 fehlt ihr Wert", "option %1 needs a value", {name}));
  }
  return result;
}

bool Arguments::has(std::string_view option) const {
  return given_.find(option) != given_.end();
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto at = given_.find(option);
  if (at == given_.end() || at->second.empty())
    return std::nullopt;
  return at->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto at = given_.find(option);
  return at == given_.end() ? std::vector<std::string>{} : at->second;
}

std::vector<std::string> command_line(int argc, char** argv) {
  return argc > 1 ? std::vector<std::string>(argv + 1, argv + argc) : std::vector<std::string>{};
}

MessageLanguage message_language_of(std::string_view locale) {
  const bool german =
      locale.starts_with("de") && (locale.size() == 2 || locale[2] == '_' || locale[2] == '-' ||
                                   locale[2] == '.' || locale[2] == '@');
  return german ? MessageLanguage::German : MessageLanguage::English;
}

MessageLanguage message_language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0')
      return message_language_of(value);
  }
  return MessageLanguage::English;
}

}  // namespace content
