// Where a text's sentences begin and end (UAX #29, by language, with the language's own short
// forms): «z. B. die Miete» is no end, nor is «am 3. November».
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kiosk {

struct Extent {
  std::uint32_t start = 0;  // bytes of the text
  std::uint32_t end = 0;

  bool operator==(const Extent&) const = default;
};

// Every sentence with its full stop, without the space around it; nothing that has neither letters
// nor digits.
std::vector<Extent> sentences(std::string_view text, std::string_view language);

}  // namespace kiosk
