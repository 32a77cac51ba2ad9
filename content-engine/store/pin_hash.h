// The technicians' PIN as a setting keeps it: Argon2id's own text form, with bounds on what
// checking it may cost, so that a line in a file cannot stop a kiosk. Made by `wegweiser-device
// pin`, checked by the kiosk; the PIN itself is written down nowhere.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace content {

// What a new one costs: about a second on a Raspberry Pi 3, a small part of a kiosk's memory.
inline constexpr std::uint32_t pin_memory_kib = 32 * 1024, pin_passes = 3, pin_lanes = 1;
inline constexpr std::uint32_t most_pin_memory_kib = 64 * 1024, most_pin_passes = 10,
                               most_pin_lanes = 4;
inline constexpr std::size_t least_pin_digits = 6, most_pin_digits = 12;

// "$argon2id$v=19$m=32768,t=3,p=1$<salt>$<hash>" within the bounds.
bool is_pin_hash(std::string_view text);
// 6 to 12 digits, and none that everybody tries first: one digit over and over, up or down, one
// group again and again, fewer than three different ones.
bool is_good_pin(std::string_view pin);

}  // namespace content
