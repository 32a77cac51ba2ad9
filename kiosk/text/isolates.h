// Phone numbers, amounts, dates, § references, postal addresses and links inside a text, and
// right-to-left words in a left-to-right one: what must keep its own order among the words around
// it. Numbers and references are not torn at a line's end either.
// Order: logical, by start, never overlapping. A number or link is at most 96 units long.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kiosk/geometry/direction.h"
#include "kiosk/text/characters.h"

namespace kiosk {

struct Span {
  enum class Kind : std::uint8_t { Number, Date, Law, Address, Link, Foreign };

  std::uint32_t start = 0;  // units
  std::uint32_t end = 0;
  Kind kind{};
  bool ordered = true;  // to be isolated; false where the words around already keep it

  bool operator==(const Span&) const = default;
};

std::vector<Span> find_spans(std::u16string_view units, Direction base, Characters& characters);

// Whether a line may not end before `unit`, inside `span`.
bool keeps_together(const Span& span, std::u16string_view units, std::uint32_t unit);

}  // namespace kiosk
