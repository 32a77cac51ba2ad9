// UTF-8 as an editor's file or a stick delivers it → UTF-16 as ICU and HarfBuzz read it, and the
// way back. Order: logical. Bytes that are not UTF-8 become U+FFFD, one for each maximal subpart
// (Unicode 15, section 3.9), and keep their own offsets.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct LogicalText {
  std::u16string units;
  std::vector<std::uint32_t> bytes;  // of each unit, and of the end; never falls

  std::uint32_t size() const { return static_cast<std::uint32_t>(units.size()); }
  // The first unit at or after a byte offset.
  std::uint32_t unit_at(std::uint32_t byte) const;
  bool operator==(const LogicalText&) const = default;
};

// `offset` is added to every byte offset: the place of `utf8` in the text it was cut from.
LogicalText decode(std::string_view utf8, std::uint32_t offset = 0);

// The code point at `unit`; moves `unit` behind it. A lone surrogate is itself.
inline char32_t next_code_point(std::u16string_view units, std::uint32_t& unit) {
  const char32_t lead = units[unit++];
  if ((lead & 0xFC00) != 0xD800 || unit >= units.size() || (units[unit] & 0xFC00) != 0xDC00)
    return lead;
  return (lead << 10) + units[unit++] - 0x35FDC00U;
}

}  // namespace kiosk
