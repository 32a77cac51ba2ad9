// Phone numbers, amounts, dates, § references, postal addresses and links inside a text: what must
// keep its own order among right-to-left words and must not be torn at a line's end.
// Order: logical, by start, never overlapping. A span is at most 96 units long.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kiosk/text/characters.h"

namespace kiosk {

struct Span {
  enum class Kind : std::uint8_t { Number, Law, Address, Link };

  std::uint32_t start = 0;  // units
  std::uint32_t end = 0;
  Kind kind{};
  std::uint32_t together = 0;  // no line may break between start and here
  bool ordered = true;         // to be isolated; false where the words around already keep it

  bool operator==(const Span&) const = default;
};

std::vector<Span> find_spans(std::u16string_view units, Characters& characters);

}  // namespace kiosk
