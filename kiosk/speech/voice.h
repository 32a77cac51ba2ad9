// Who speaks. The kiosk tells it one thing after another and is told when it was said; saying
// something new ends what was being said, so that two voices are never heard at once (EN 301 549,
// 5.1.3.5). All verbs return at once. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "content-engine/model/clip.h"

namespace kiosk {

struct Saying {
  std::uint64_t number = 0;  // another number, another saying
  std::string voice;         // SpokenLanguage::voice
  std::string text;          // as ReadOut makes it
  int words_a_minute = 160;
  int loudness = 100;     // of 200; twice as much is 6 dB
  content::Sound clip{};  // this is heard instead of the text, at its own pace

  bool operator==(const Saying&) const = default;
};

enum class SaidHow : std::uint8_t {
  Done,
  Missing,  // there is no program that speaks
  Failed,   // it broke off
  Stuck,    // it took longer than any speaking can take, and was ended
};

struct Said {
  std::uint64_t number = 0;
  SaidHow how{};

  bool operator==(const Said&) const = default;
};

class Voice {
 public:
  virtual ~Voice() = default;

  virtual void say(Saying saying) = 0;
  virtual void hush() = 0;
  // What was said to its end or broke off, in order, once each. Nothing for what was hushed.
  virtual std::optional<Said> take() = 0;
};

}  // namespace kiosk
