// What a visitor hears and how: part of her session, gone with it, so that loudness and pace begin
// anew for the next one (EN 301 549, 5.1.3.13). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace kiosk {

// Why nothing is read out, or not yet: said on the screen in words.
enum class Silence : std::uint8_t {
  None,
  Ask,      // others would hear it
  NoVoice,  // this language has none
  Broken,   // the voice does not work
};

struct Hearing {
  enum class State : std::uint8_t { Off, Reading, Paused };

  State state{};
  Silence silence{};
  bool aloud = false;   // others hear nothing of it, or she has agreed that they do
  bool guided = false;  // speech mode: every screen is said, and every key she comes to
  bool dark = false;    // in speech mode: nothing is shown
  int pace = 0;         // slowest_pace … fastest_pace
  int loudness = 4;     // 0 … loudest, 3 dB each

  bool operator==(const Hearing&) const = default;
};

inline constexpr int slowest_pace = -3;
inline constexpr int fastest_pace = 4;
inline constexpr int loudest = 6;

// From half to twice the usual pace (EN 301 549, 5.1.3.4).
constexpr int words_a_minute(int pace) {
  constexpr std::array steps{80, 105, 130, 160, 190, 225, 270, 320};
  return steps.at(static_cast<std::size_t>(pace - slowest_pace));
}
// 0, 3 … 18 dB over the lowest (EN 301 549, 8.2.1), as parts of 200.
constexpr int loudness_of(int step) {
  constexpr std::array steps{22, 31, 44, 62, 87, 126, 190};
  return steps.at(static_cast<std::size_t>(step));
}

// "ask", "no-voice", "broken"; else None.
Silence parse_silence(std::string_view word);

}  // namespace kiosk
