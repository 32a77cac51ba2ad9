#include "kiosk/text/fallback.h"

#include <unicode/unorm2.h>

#include <iterator>

#include "kiosk/text/decode.h"

namespace kiosk {

namespace {

constexpr std::size_t chains_kept = 512;
constexpr std::size_t cluster_longest = 64;

}  // namespace

bool single(std::u16string_view cluster) {
  return cluster.size() == 1 || (cluster.size() == 2 && (cluster[0] & 0xFC00) == 0xD800);
}

const Chain& Fallback::chain(Script script, LanguageId language, const LanguageSetting& setting,
                             Weight weight, Stretch stretch) {
  const Key key{script, language, weight, stretch};
  if (const auto found = chains_.find(key); found != chains_.end())
    return found->second;
  if (chains_.size() >= chains_kept)
    chains_.clear();
  const ScriptSetting of_script = stack_->script(script, setting);
  return chains_
      .emplace(key, Chain{stack_->chain(script, setting, weight, stretch), of_script.factor,
                          of_script.tracking})
      .first->second;
}

bool Fallback::covers(FontId font, char32_t c) {
  if (faces_->covers(font, c))
    return true;
  const Character& character = (*characters_)[c];
  if (character.is(Character::Ignorable) || character.is(Character::Silent))
    return true;
  if (character.is(Character::Space))
    return faces_->covers(font, U' ');
  return c == 0x2011 && faces_->covers(font, 0x2010);
}

bool Fallback::covers_cluster(FontId font, std::u16string_view cluster) {
  bool all = true;
  for (std::uint32_t i = 0; i < cluster.size() && all;)
    all = covers(font, next_code_point(cluster, i));
  if (all || single(cluster) || cluster.size() > cluster_longest)
    return all;
  // A font may have é and not the accent alone: HarfBuzz composes.
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

bool Fallback::shown_as_emoji(std::u16string_view cluster) {
  std::uint32_t i = 0;
  const Character& base = (*characters_)[next_code_point(cluster, i)];
  if (single(cluster))
    return base.is(Character::DrawnAsEmoji);
  const auto has = [cluster](char16_t unit) {
    return cluster.find(unit) != std::u16string_view::npos;
  };
  if (has(u'\uFE0E'))
    return false;
  // A variation selector, a keycap, a joined sequence, a skin tone.
  return base.is(Character::DrawnAsEmoji) || has(u'\uFE0F') || has(u'\u20E3') ||
         (base.is(Character::Pictograph) && (has(u'\u200D') || has(u'\xD83C')));
}

std::optional<FontId> Fallback::font_for(std::u16string_view cluster, const Chain& chain) {
  if (const auto emoji = stack_->emoji();
      emoji && shown_as_emoji(cluster) && covers_cluster(*emoji, cluster))
    return emoji;
  for (const FontId font : chain.fonts)
    if (covers_cluster(font, cluster))
      return font;
  return std::nullopt;
}

}  // namespace kiosk
