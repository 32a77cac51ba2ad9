#include "kiosk/text/itemise.h"

#include <unicode/unorm2.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace kiosk {

namespace {

constexpr std::size_t brackets_kept = 64;
constexpr std::size_t nesting_kept = 16;
constexpr std::size_t chains_kept = 512;
constexpr std::size_t cluster_longest = 64;

// Follows UAX #24, 5.1: Common and Inherited take the script before them, a closing bracket that
// of its opening one. `scripts` has one entry a unit.
class ScriptRules {
 public:
  ScriptRules(Characters& characters, Script own) : characters_(&characters), last_(own) {}

  Script resolve(char32_t c, Level level, Script own) {
    const Character& character = (*characters_)[c];
    if (character.script > script_inherited)
      return last_ = character.script;
    Script script = last_;
    // A number or a space after a foreign word that belongs to the sentence around it: the level
    // says so. In German, «… العربية 12 Uhr» has the 12 of the German sentence.
    if (character.script == script_common && script != own) {
      const bool backwards = runs_right_to_left(script);
      if (backwards != (level % 2 == 1) && backwards != runs_right_to_left(own))
        script = own;
    }
    if (character.is(Character::Wide) && east_asian(own))
      script = own;
    if (character.is(Character::ManyScripts))
      script = Characters::script_among(c, script, own);
    if (character.is(Character::OpensBracket) && brackets_.size() < brackets_kept)
      brackets_.push_back(script);
    if (character.is(Character::ClosesBracket) && !brackets_.empty()) {
      script = brackets_.back();
      brackets_.pop_back();
    }
    if (character.is(Character::ManyScripts))
      last_ = script;
    return script;
  }

  // What is ordered for itself also has a script for itself: that of its first letter.
  void enter(const Isolated& isolated, std::u16string_view units) {
    if (outer_.size() >= nesting_kept)
      return;
    outer_.push_back({isolated.end, last_});
    for (std::uint32_t i = isolated.start; i < isolated.end;) {
      const Script script = (*characters_)[next_code_point(units, i)].script;
      if (script <= script_inherited)
        continue;
      last_ = script;
      return;
    }
  }
  void leave(std::uint32_t unit) {
    for (; !outer_.empty() && outer_.back().end <= unit; outer_.pop_back())
      last_ = outer_.back().script;
  }

 private:
  struct Outer {
    std::uint32_t end = 0;
    Script script{};
  };

  Characters* characters_;
  Script last_;
  std::vector<Outer> outer_;
  std::vector<Script> brackets_;
};

bool single(std::u16string_view cluster) {
  return cluster.size() == 1 || (cluster.size() == 2 && (cluster[0] & 0xFC00) == 0xD800);
}

Fixed fixed(float value) {
  return static_cast<Fixed>(std::lround(value * 64.0F));
}

}  // namespace

LanguageId Languages::id(std::string_view tag) {
  if (const auto found = ids_.find(tag); found != ids_.end())
    return found->second;
  if (settings_.size() >= kept) {
    // Only a broken caller gets here: the languages of a house are a few dozen.
    settings_[kept - 1] = stack_->language(tag);
    return static_cast<LanguageId>(kept - 1);
  }
  const auto id = static_cast<LanguageId>(settings_.size());
  settings_.push_back(stack_->language(tag));
  ids_.emplace(tag, id);
  return id;
}

Itemiser::Itemiser(const FontStack& stack, Faces& faces, Characters& characters)
    : stack_(&stack), faces_(&faces), characters_(&characters) {}

const std::vector<FontId>& Itemiser::chain(Script script, LanguageId language,
                                           const LanguageSetting& setting, Weight weight,
                                           Stretch stretch) {
  const Key key{script, language, weight, stretch};
  if (const auto found = chains_.find(key); found != chains_.end())
    return found->second;
  if (chains_.size() >= chains_kept)
    chains_.clear();
  return chains_.emplace(key, stack_->chain(script, setting, weight, stretch)).first->second;
}

bool Itemiser::covers(FontId font, char32_t c) {
  if (faces_->covers(font, c))
    return true;
  // What HarfBuzz replaces itself when a font lacks it.
  const Character& character = (*characters_)[c];
  if (character.is(Character::Ignorable) || character.is(Character::Silent))
    return true;
  if (character.is(Character::Space))
    return faces_->covers(font, U' ');
  return c == 0x2011 && faces_->covers(font, 0x2010);
}

bool Itemiser::covers_cluster(FontId font, std::u16string_view cluster) {
  bool all = true;
  for (std::uint32_t i = 0; i < cluster.size() && all;)
    all = covers(font, next_code_point(cluster, i));
  if (all || single(cluster) || cluster.size() > cluster_longest)
    return all;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  char16_t composed[2 * cluster_longest];
  const auto length =
      unorm2_normalize(nfc, cluster.data(), static_cast<std::int32_t>(cluster.size()), composed,
                       static_cast<std::int32_t>(std::size(composed)), &status);
  if (U_FAILURE(status))
    return false;
  const std::u16string_view form(composed, static_cast<std::size_t>(length));
  for (std::uint32_t i = 0; i < form.size();)
    if (!covers(font, next_code_point(form, i)))
      return false;
  return true;
}

bool Itemiser::shown_as_emoji(std::u16string_view cluster) {
  std::uint32_t i = 0;
  const Character& base = (*characters_)[next_code_point(cluster, i)];
  if (single(cluster))
    return base.is(Character::DrawnAsEmoji);
  const bool text = cluster.find(u'\uFE0E') != std::u16string_view::npos;
  const bool emoji =
      cluster.find(u'\uFE0F') != std::u16string_view::npos ||
      cluster.find(u'\u20E3') != std::u16string_view::npos ||
      (base.is(Character::Pictograph) && (cluster.find(u'\u200D') != std::u16string_view::npos ||
                                          cluster.find(u'\xD83C') != std::u16string_view::npos));
  return !text && (emoji || base.is(Character::DrawnAsEmoji));
}

std::optional<FontId> Itemiser::font_for(std::u16string_view cluster,
                                         const std::vector<FontId>& chain) {
  if (const auto emoji = stack_->emoji();
      emoji && shown_as_emoji(cluster) && covers_cluster(*emoji, cluster))
    return emoji;
  for (const FontId font : chain)
    if (covers_cluster(font, cluster))
      return font;
  return std::nullopt;
}

std::vector<Script> Itemiser::scripts(const Segmented& segmented, const std::vector<Style>& styles,
                                      const Languages& languages) {
  const std::u16string& units = segmented.text.units;
  std::vector<Script> scripts(units.size());
  if (styles.empty())
    return scripts;
  auto style = styles.begin();
  // What stands before the first letter takes that letter's script.
  Script first = languages[style->language].script;
  for (std::uint32_t i = 0; i < units.size();) {
    const Script script = (*characters_)[next_code_point(units, i)].script;
    if (script > script_inherited) {
      first = script;
      break;
    }
  }
  ScriptRules rules(*characters_, first);
  auto isolated = segmented.isolates.begin();
  for (std::uint32_t i = 0; i < units.size();) {
    const std::uint32_t start = i;
    while (start >= style->end && style + 1 != styles.end())
      ++style;
    rules.leave(start);
    for (; isolated != segmented.isolates.end() && isolated->start <= start; ++isolated)
      rules.enter(*isolated, units);
    const char32_t c = next_code_point(units, i);
    const Script script =
        rules.resolve(c, segmented.levels[start], languages[style->language].script);
    for (std::uint32_t k = start; k < i; ++k)
      scripts[k] = script;
  }
  return scripts;
}

Itemised Itemiser::itemise(const Segmented& segmented, const std::vector<Style>& styles,
                           const Languages& languages, const TextStyle& text_style) {
  const std::u16string& units = segmented.text.units;
  const auto size = static_cast<std::uint32_t>(units.size());
  const std::vector<Script> scripts = this->scripts(segmented, styles, languages);

  Itemised itemised;
  Item item;
  Weight weight{};
  const std::vector<FontId>* chain = nullptr;
  auto style = styles.begin();
  for (std::uint32_t i = 0; i < size;) {
    const std::uint32_t start = i;
    while (start >= style->end && style + 1 != styles.end())
      ++style;
    const Level level = segmented.levels[start];
    const char32_t c = next_code_point(units, i);
    // The cluster, up to where the order turns: a style that changes inside waits for its end.
    while (i < size && !segmented.has(i, Grapheme) && segmented.levels[i] == level)
      ++i;
    const std::u16string_view cluster(units.data() + start, i - start);
    const Character& character = (*characters_)[c];
    const auto look = character.is(Character::Silent) ? Item::Look::Silent : Item::Look::Glyphs;

    const bool same_stack = chain != nullptr && item.script == scripts[start] &&
                            item.language == style->language && weight == style->weight;
    FontId font = item.font;
    if (!same_stack) {
      weight = style->weight;
      const LanguageSetting& setting = languages[style->language];
      chain = &this->chain(scripts[start], style->language, setting, weight, text_style.stretch);
      const ScriptSetting script = stack_->script(scripts[start], setting);
      item.size = fixed(text_style.size * script.factor);
      item.tracking = script.tracking && text_style.tracking != 0;
    }
    // Spaces and invisible characters stay with the cluster before them, and so does the rest of a
    // number.
    constexpr auto following = Character::Space | Character::Ignorable | Character::NumberPart;
    const bool after_digit = start > 0 && (*characters_)[units[start - 1]].is(Character::Digit);
    const bool follows = same_stack && (character.flags & following) != 0 &&
                         (after_digit || !character.is(Character::NumberPart));
    if (look == Item::Look::Glyphs && !(follows && single(cluster) && covers(font, c))) {
      const bool simple = single(cluster) && !character.is(Character::DrawnAsEmoji);
      if (simple && faces_->covers(chain->front(), c)) {
        font = chain->front();
      } else {
        const auto found = font_for(cluster, *chain);
        itemised.missing += found ? 0 : 1;
        font = found.value_or(chain->front());
      }
    }
    const bool joins = same_stack && !itemised.items.empty() && item.level == level &&
                       item.font == font && item.look == look && item.color == style->color;
    item.end = i;
    if (joins) {
      itemised.items.back().end = i;
      continue;
    }
    item.start = start;
    item.level = level;
    item.script = scripts[start];
    item.look = look;
    item.font = font;
    item.language = style->language;
    item.color = style->color;
    itemised.items.push_back(item);
  }
  return itemised;
}

std::string Itemised::dump(const LogicalText& text, const std::vector<FontFile>& files) const {
  std::string out;
  for (const Item& item : items) {
    const bool silent = item.look == Item::Look::Silent;
    out += std::to_string(text.bytes[item.start]) + "-" + std::to_string(text.bytes[item.end]) +
           " level " + std::to_string(item.level) + " " + script_name(item.script) + " " +
           (silent ? std::string("silent") : files[item.font].path.filename().string());
    if (!silent && files[item.font].face_index != 0)
      out += "#" + std::to_string(files[item.font].face_index);
    out += " " + std::to_string(px(item.size)).substr(0, 5) + "\n";
  }
  if (missing > 0)
    out += "missing " + std::to_string(missing) + "\n";
  return out;
}

}  // namespace kiosk
