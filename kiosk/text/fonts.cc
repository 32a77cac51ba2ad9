#include "kiosk/text/fonts.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <set>
#include <utility>

namespace kiosk {

namespace {

using content::Done;
using content::Failure;
using content::Refusal;
using content::Result;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> listed(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty())
      parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<float> number(std::string_view text) {
  float value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value <= 0 || value > 10)
    return std::nullopt;
  return value;
}

std::vector<Feature> features_from(std::string_view text) {
  std::vector<Feature> features;
  for (const std::string& part : listed(text, ',')) {
    const bool off = part.front() == '-';
    const std::string name = part.substr(off ? 1 : 0);
    Feature feature;
    for (std::size_t i = 0; i < 4; ++i)
      feature.tag = feature.tag << 8 | static_cast<unsigned char>(i < name.size() ? name[i] : ' ');
    feature.value = off ? 0 : 1;
    features.push_back(feature);
  }
  return features;
}

constexpr std::pair<std::string_view, Weight> weights[] = {{"regular", Weight::Regular},
                                                           {"medium", Weight::Medium},
                                                           {"semibold", Weight::SemiBold},
                                                           {"bold", Weight::Bold}};
constexpr std::pair<std::string_view, Stretch> stretches[] = {
    {"", Stretch::Normal},
    {"semicondensed", Stretch::SemiCondensed},
    {"condensed", Stretch::Condensed},
    {"extracondensed", Stretch::ExtraCondensed}};

Script likely_script(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY] = {};
  char full[ULOC_FULLNAME_CAPACITY] = {};
  char script[ULOC_SCRIPT_CAPACITY] = {};
  uloc_forLanguageTag(tag.c_str(), locale, sizeof locale, nullptr, &status);
  uloc_addLikelySubtags(locale, full, sizeof full, &status);
  uloc_getScript(full, script, sizeof script, &status);
  const Script found = script_from_name(script);
  return U_SUCCESS(status) && found > script_inherited ? found : script_from_name("Latn");
}

// Empty for a tag of one subtag.
std::string_view parent_tag(std::string_view tag) {
  const auto last = tag.rfind('-');
  return last == std::string_view::npos ? std::string_view() : tag.substr(0, last);
}

int distance(Weight a, Weight b) {
  return std::abs(static_cast<int>(a) - static_cast<int>(b));
}
int distance(Stretch a, Stretch b) {
  return std::abs(static_cast<int>(a) - static_cast<int>(b));
}

}  // namespace

Result<FontStack> FontStack::read(const std::filesystem::path& folder) {
  const auto path = folder / "fonts.ini";
  std::ifstream in(path);
  if (!in)
    return Failure{Refusal::NotFound, path.string() + ": no such file"};
  std::vector<std::pair<std::string, Section>> sections;
  int line_number = 0;
  for (std::string raw; std::getline(in, raw);) {
    ++line_number;
    const auto line = trimmed(raw);
    if (line.empty() || line.front() == ';')
      continue;
    if (line.front() == '[' && line.back() == ']') {
      sections.emplace_back(std::string(line.substr(1, line.size() - 2)), Section());
      continue;
    }
    const auto equals = line.find('=');
    if (equals == std::string_view::npos || sections.empty())
      return Failure{Refusal::Malformed, path.string() + ":" + std::to_string(line_number) +
                                             ": expected [section] or key = value"};
    sections.back().second.emplace(trimmed(line.substr(0, equals)),
                                   trimmed(line.substr(equals + 1)));
  }

  // One look at the folder is cheaper than one at each file.
  std::set<std::string> present;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    present.insert(entry.path().filename().string());

  FontStack stack;
  const auto malformed = [&](const Failure& failure) {
    return Failure{failure.refusal, path.string() + ": " + failure.message};
  };
  for (const auto& [title, section] : sections)
    if (title.starts_with("family "))
      if (const auto added = stack.add_family(title.substr(7), section, folder, present); !added)
        return malformed(added.failure());
  for (const auto& [title, section] : sections) {
    const auto space = std::min(title.find(' '), title.size() - 1);
    const auto added = stack.add_setting(title.substr(0, space), title.substr(space + 1), section);
    if (!added)
      return malformed(added.failure());
    if (title != "fallback")
      continue;
    if (const auto families = section.find("families"); families != section.end())
      stack.fallback_ = listed(families->second, ',');
    if (const auto emoji = section.find("emoji"); emoji != section.end())
      stack.emoji_ = stack.cut(emoji->second, Weight::Regular, Stretch::Normal);
  }
  if (stack.fallback_.empty() || stack.families_.find(stack.fallback_[0]) == stack.families_.end())
    return malformed({Refusal::Malformed, "[fallback] names no family"});
  return stack;
}

Result<Done> FontStack::add_family(const std::string& name, const Section& section,
                                   const std::filesystem::path& folder,
                                   const std::set<std::string>& present) {
  const auto color = section.find("color bitmaps");
  for (const auto& [weight_name, weight] : weights) {
    for (const auto& [stretch_name, stretch] : stretches) {
      const std::string key =
          std::string(weight_name) +
          (stretch_name.empty() ? std::string() : " " + std::string(stretch_name));
      const auto value = section.find(key);
      if (value == section.end())
        continue;
      const auto words = listed(value->second, ' ');
      FontFile file{folder / words.at(0), 0, color != section.end() && color->second == "yes"};
      if (words.size() > 1)
        file.face_index = static_cast<int>(std::strtol(words[1].c_str(), nullptr, 10));
      if (!present.contains(file.path.filename().string()) && !std::filesystem::exists(file.path))
        return Failure{Refusal::NotFound, file.path.string() + ": no such file"};
      families_[name].push_back({weight, stretch, static_cast<FontId>(files_.size())});
      files_.push_back(std::move(file));
    }
  }
  if (families_.find(name) == families_.end())
    return Failure{Refusal::Malformed, "[family " + name + "] names no file"};
  return Done{};
}

Result<Done> FontStack::add_setting(std::string_view kind, const std::string& name,
                                    const Section& section) {
  for (const auto& [key, value] : section) {
    if ((key == "factor" || key == "line height") && !number(value))
      return Failure{Refusal::Malformed, key + " = " + value + " is not a number"};
    if (key == "families")
      for (const std::string& family : listed(value, ','))
        if (families_.find(family) == families_.end())
          return Failure{Refusal::Malformed, "no [family " + family + "]"};
  }
  if (kind == "script") {
    const Script script = script_from_name(name);
    ScriptSetting setting;
    for (const auto& [key, value] : section) {
      if (key == "families")
        setting.families = listed(value, ',');
      if (key == "factor")
        setting.factor = number(value).value_or(1);
      if (key == "line height")
        setting.line_height = number(value).value_or(1);
      if (key == "tracking")
        setting.tracking = value == "yes";
    }
    scripts_[script] = std::move(setting);
  }
  if (kind == "language")
    languages_[name] = section;
  return Done{};
}

std::vector<std::string> FontStack::languages() const {
  std::vector<std::string> tags;
  for (const auto& [tag, section] : languages_)
    tags.push_back(tag);
  return tags;
}

LanguageSetting FontStack::language(std::string_view tag) const {
  auto found = languages_.find(tag);
  for (auto parent = parent_tag(tag); found == languages_.end() && !parent.empty();
       parent = parent_tag(parent))
    found = languages_.find(parent);
  LanguageSetting language;
  language.shaping = tag;
  const auto value = [&](std::string_view key) -> const std::string* {
    if (found == languages_.end())
      return nullptr;
    const auto entry = found->second.find(key);
    return entry == found->second.end() ? nullptr : &entry->second;
  };
  const auto* script = value("script");
  language.script = script ? script_from_name(*script) : likely_script(std::string(tag));
  language.direction =
      runs_right_to_left(language.script) ? Direction::RightToLeft : Direction::LeftToRight;
  if (const auto general = scripts_.find(language.script); general != scripts_.end())
    language.setting = general->second;
  if (const auto* shaping = value("shaping"))
    language.shaping = *shaping;
  if (const auto* features = value("features"))
    language.features = features_from(*features);
  if (const auto* families = value("families")) {
    language.setting.families = listed(*families, ',');
    language.own_families = true;
  }
  if (const auto* factor = value("factor"))
    language.setting.factor = number(*factor).value_or(1);
  if (const auto* height = value("line height"))
    language.setting.line_height = number(*height).value_or(1);
  return language;
}

ScriptSetting FontStack::script(Script script, const LanguageSetting& language) const {
  const bool own = script == language.script ||
                   (language.own_families && east_asian(script) && east_asian(language.script));
  if (own)
    return language.setting;
  const auto found = scripts_.find(script);
  return found == scripts_.end() ? ScriptSetting{} : found->second;
}

std::vector<FontId> FontStack::chain(Script script, const LanguageSetting& language, Weight weight,
                                     Stretch stretch) const {
  std::vector<FontId> fonts;
  const auto add = [&](const std::vector<std::string>& families) {
    for (const std::string& family : families)
      if (const auto font = cut(family, weight, stretch);
          font && std::find(fonts.begin(), fonts.end(), *font) == fonts.end())
        fonts.push_back(*font);
  };
  add(this->script(script, language).families);
  add(fallback_);
  if (emoji_ && std::find(fonts.begin(), fonts.end(), *emoji_) == fonts.end())
    fonts.push_back(*emoji_);
  return fonts;
}

std::optional<FontId> FontStack::cut(std::string_view family, Weight weight,
                                     Stretch stretch) const {
  const auto found = families_.find(family);
  if (found == families_.end())
    return std::nullopt;
  // The width asked for comes before the weight: a label that was made to fit must still fit.
  const auto worse = [&](const Cut& a, const Cut& b) {
    const auto rank = [&](const Cut& c) {
      return std::tuple(distance(c.stretch, stretch), distance(c.weight, weight),
                        -static_cast<int>(c.weight));
    };
    return rank(a) < rank(b);
  };
  return std::min_element(found->second.begin(), found->second.end(), worse)->font;
}

}  // namespace kiosk
