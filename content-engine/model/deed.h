// What is counted about the use of a kiosk (R40), as closed a list as can be: what is not here
// cannot be counted. No deed says who, and none carries what somebody typed.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace content {

enum class Deed : std::uint8_t {
  Session,   // a language was chosen on the first screen
  Language,  // another one later
  Situation,
  Group,
  Topic,     // read in the visitor's language
  Fallback,  // wanted, and not there in it
  SearchHit,
  SearchMiss,
  Audio,
  Print,
  Qr,
  Understood,  // R32
  NotUnderstood,
  MissingLanguage,
  Left,  // subject: how many screens deep
  Idle,  // the same, of who walked away
};
inline constexpr std::array<std::string_view, 16> deed_words{
    "session",        "language",         "situation", "group", "topic", "fallback",
    "search-hit",     "search-miss",      "audio",     "print", "qr",    "understood",
    "not-understood", "missing-language", "left",      "idle"};

struct Doing {
  Deed deed{};
  std::string language;  // the visitor's
  std::string subject{};
  // Of a search, in memory only, until it is known whether it found anything.
  std::string query{};

  bool operator==(const Doing&) const = default;
};

}  // namespace content
