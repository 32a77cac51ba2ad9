#include "kiosk/text/decode.h"

#include <algorithm>

namespace kiosk {

namespace {

struct Sequence {
  char32_t code_point = 0xFFFD;
  std::uint32_t length = 1;  // bytes it takes, also when ill-formed
};

// Table 3-7 of the standard: the second byte's range depends on the first.
Sequence read_sequence(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = at(0);
  if (lead < 0x80)
    return {lead, 1};
  unsigned following = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    following = 1;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    following = 2;
    value = lead & 0x0F;
    low = lead == 0xE0 ? 0xA0 : low;
    high = lead == 0xED ? 0x9F : high;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    following = 3;
    value = lead & 0x07;
    low = lead == 0xF0 ? 0x90 : low;
    high = lead == 0xF4 ? 0x8F : high;
  } else {
    return {};
  }
  for (std::uint32_t i = 1; i <= following; ++i) {
    if (i >= bytes.size() || at(i) < low || at(i) > high)
      return {0xFFFD, i};
    value = (value << 6) | (at(i) & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {value, following + 1};
}

}  // namespace

std::uint32_t LogicalText::unit_at(std::uint32_t byte) const {
  const auto found = std::lower_bound(bytes.begin(), bytes.end(), byte);
  return std::min(static_cast<std::uint32_t>(found - bytes.begin()), size());
}

LogicalText decode(std::string_view utf8, std::uint32_t offset) {
  LogicalText text;
  text.units.resize(utf8.size());
  text.bytes.resize(utf8.size() + 1);
  char16_t* const units = text.units.data();
  std::uint32_t* const bytes = text.bytes.data();
  std::size_t length = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<std::uint32_t>(offset + i);
    bytes[length] = byte;
    const auto lead = static_cast<unsigned char>(utf8[i]);
    if (lead < 0x80) {
      units[length++] = lead;
      ++i;
      continue;
    }
    const Sequence sequence = read_sequence(utf8.substr(i, 4));
    i += sequence.length;
    if (sequence.code_point < 0x10000) {
      units[length++] = static_cast<char16_t>(sequence.code_point);
      continue;
    }
    units[length++] = static_cast<char16_t>(0xD7C0 + (sequence.code_point >> 10));
    bytes[length] = byte;
    units[length++] = static_cast<char16_t>(0xDC00 | (sequence.code_point & 0x3FF));
  }
  bytes[length] = static_cast<std::uint32_t>(offset + utf8.size());
  text.units.resize(length);
  text.bytes.resize(length + 1);
  return text;
}

}  // namespace kiosk
