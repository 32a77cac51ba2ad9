// Which script each character of a text is of (UAX #24, 5.1): Common and Inherited take the script
// before them, a closing bracket that of its opening one. Fed with a paragraph's characters in
// logical order.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kiosk/text/characters.h"
#include "kiosk/text/segment.h"

namespace kiosk {

class ScriptRules final {
 public:
  // `own` is the language's script; what stands before the first letter takes that letter's.
  ScriptRules(const Segmented& segmented, Script own, Characters& characters);

  // The script of the character at `unit`; every character is asked for once, in order.
  Script at(std::uint32_t unit, const Character& character, char32_t code_point, Script own) {
    if (unit >= next_turn_)
      turn(unit);
    if (character.script > script_inherited)
      return last_ = character.script;
    constexpr auto particular = Character::Wide | Character::ManyScripts | Character::OpensBracket |
                                Character::ClosesBracket;
    if (last_ == own && (character.flags & particular) == 0)
      return last_;
    return of_neutral(unit, character, code_point, own);
  }

 private:
  struct Outer {
    std::uint32_t end = 0;
    Script script{};
  };

  Script of_neutral(std::uint32_t unit, const Character& character, char32_t code_point,
                    Script own);
  void turn(std::uint32_t unit);
  Script first_letter(std::uint32_t from, std::uint32_t to, Script otherwise) const;

  // input
  const Segmented* segmented_;
  Characters* characters_;
  // working
  Script last_;
  std::vector<Isolated>::const_iterator isolated_;
  std::uint32_t next_turn_ = 0;  // where an isolate begins or ends
  std::vector<Outer> outer_;
  std::vector<Script> brackets_;
};

}  // namespace kiosk
