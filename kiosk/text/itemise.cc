#include "kiosk/text/itemise.h"

#include <cmath>

#include "kiosk/text/scripts.h"

namespace kiosk {

namespace {

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

Itemised Itemiser::itemise(const Segmented& segmented, const std::vector<Style>& styles,
                           const Languages& languages, const TextStyle& text_style) {
  const std::u16string& units = segmented.text.units;
  const auto size = static_cast<std::uint32_t>(units.size());
  Itemised itemised;
  Item item;
  Weight weight{};
  const Chain* chain = nullptr;
  auto style = styles.begin();
  Script own = languages[style->language].script;
  ScriptRules scripts(segmented, own, *characters_);
  bool after_digit = false;
  for (std::uint32_t i = 0; i < size;) {
    const std::uint32_t start = i;
    while (start >= style->end && style + 1 != styles.end()) {
      ++style;
      own = languages[style->language].script;
    }
    const Level level = segmented.levels[start];
    const char32_t c = next_code_point(units, i);
    const Character& character = (*characters_)[c];
    const Script script = scripts.at(start, character, c, own);
    // The cluster, up to where the order turns: a style that changes inside waits for its end.
    while (i < size && !segmented.has(i, Grapheme) && segmented.levels[i] == level)
      ++i;
    const std::u16string_view cluster(units.data() + start, i - start);
    const auto look = character.is(Character::Silent) ? Item::Look::Silent : Item::Look::Glyphs;

    const bool same_stack = chain != nullptr && item.script == script &&
                            item.language == style->language && weight == style->weight;
    if (!same_stack) {
      weight = style->weight;
      chain = &fallback_->chain(script, style->language, languages[style->language], weight,
                                text_style.stretch);
      item.size = fixed(text_style.size * chain->factor);
      item.tracking = chain->tracking && text_style.tracking != 0;
    }
    FontId font = item.font;
    // Spaces and invisible characters stay with the cluster before them, and so does the rest of a
    // number.
    constexpr auto following = Character::Space | Character::Ignorable | Character::NumberPart;
    // A space of the emoji font would be as wide as a picture.
    const bool spaced_picture = character.is(Character::Space) && fallback_->draws_pictures(font);
    const bool follows = same_stack && (character.flags & following) != 0 && !spaced_picture &&
                         (after_digit || !character.is(Character::NumberPart)) &&
                         cluster.size() == 1 && fallback_->covers(font, c);
    after_digit = character.is(Character::Digit);
    if (look == Item::Look::Glyphs && !follows) {
      font = chain->fonts.front();
      const bool plain = single(cluster) && !character.is(Character::DrawnAsEmoji);
      if (!plain || !faces_->covers(font, c)) {
        const auto found = fallback_->font_for(cluster, *chain);
        itemised.missing += found ? 0 : 1;
        font = found.value_or(font);
      }
    }
    const bool joins = same_stack && item.end == start && item.level == level &&
                       item.font == font && item.look == look && item.color == style->color;
    item.end = i;
    if (joins && start > 0) {
      itemised.items.back().end = i;
      continue;
    }
    item.start = start;
    item.level = level;
    item.script = script;
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
