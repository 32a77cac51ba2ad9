#include "kiosk/text/scripts.h"

#include <algorithm>
#include <limits>

namespace kiosk {

namespace {

constexpr std::size_t brackets_kept = 64;
constexpr std::size_t nesting_kept = 16;

}  // namespace

ScriptRules::ScriptRules(const Segmented& segmented, Script own, Characters& characters)
    : segmented_(&segmented),
      characters_(&characters),
      last_(first_letter(0, segmented.text.size(), own)),
      isolated_(segmented.isolates.begin()) {}

Script ScriptRules::first_letter(std::uint32_t from, std::uint32_t to, Script otherwise) const {
  const std::u16string& units = segmented_->text.units;
  while (from < to) {
    const Script script = (*characters_)[next_code_point(units, from)].script;
    if (script > script_inherited)
      return script;
  }
  return otherwise;
}

Script ScriptRules::of_neutral(std::uint32_t unit, const Character& character, char32_t c,
                               Script own) {
  Script script = last_;
  // A number or a space after a foreign word that belongs to the sentence around it: the level says
  // so. In German, «… العربية 12 Uhr» has the 12 of the German sentence.
  if (character.script == script_common && script != own) {
    const bool backwards = runs_right_to_left(script);
    if (backwards != (segmented_->levels[unit] % 2 == 1) && backwards != runs_right_to_left(own))
      script = own;
  }
  if (character.is(Character::Wide) && east_asian(own))
    script = own;
  if (character.is(Character::ManyScripts))
    script = Characters::script_among(c, script, own);
  if (character.is(Character::OpensBracket) && brackets_.size() < brackets_kept)
    brackets_.push_back(script);
  if (character.is(Character::ClosesBracket) && !brackets_.empty()) {
    script = last_ = brackets_.back();  // what follows stands where the opening one stood
    brackets_.pop_back();
  }
  if (character.is(Character::ManyScripts))
    last_ = script;
  return script;
}

// What is ordered for itself also has a script for itself: that of its first letter.
void ScriptRules::turn(std::uint32_t unit) {
  for (; !outer_.empty() && outer_.back().end <= unit; outer_.pop_back())
    last_ = outer_.back().script;
  const auto end = segmented_->isolates.end();
  for (; isolated_ != end && isolated_->start <= unit; ++isolated_) {
    if (outer_.size() >= nesting_kept)
      continue;
    outer_.push_back({isolated_->end, last_});
    last_ = first_letter(isolated_->start, isolated_->end, last_);
  }
  next_turn_ = std::numeric_limits<std::uint32_t>::max();
  if (isolated_ != end)
    next_turn_ = isolated_->start;
  if (!outer_.empty())
    next_turn_ = std::min(next_turn_, outer_.back().end);
}

}  // namespace kiosk
