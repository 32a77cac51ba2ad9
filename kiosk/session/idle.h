// How long nobody has touched the kiosk, and what follows from it: first a question with a
// countdown, then the end of the session. Time is an argument; the answer depends on nothing else,
// so a slow disk cannot delay it. Extending works without limit (EN 301 549, 11.2.2.1).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace kiosk {

// Milliseconds since some start that never goes backwards.
using Instant = std::chrono::milliseconds;

struct IdleTimes {
  std::chrono::milliseconds until_warning{90'000};
  std::chrono::milliseconds warning{30'000};  // EN asks for 20 s at least

  bool operator==(const IdleTimes&) const = default;
};

enum class IdleState { Present, Warned, Gone };

// For whoever needs longer: five minutes and one, or what the kiosk gives anyway if that is more.
IdleTimes patient(IdleTimes times);

class Idle final {
 public:
  Idle(IdleTimes times, Instant now) : times_(times), touched_(now) {}

  // From the last touch on.
  void use(IdleTimes times) { times_ = times; }

  // Somebody is here: every touch, key and «Ja, weiter».
  void touched(Instant now) { touched_ = now; }

  IdleState state(Instant now) const;
  // What the countdown shows: the warning's whole seconds, from all of them down to 1; −1 when
  // there is no warning.
  int seconds_left(Instant now) const;
  // When one of the two answers above changes next.
  Instant next_change(Instant now) const;

 private:
  IdleTimes times_;
  Instant touched_;
};

// Which greeting the attract screen shows; it steps while nobody has begun.
int attract_step(Instant since, Instant now);
Instant next_attract_step(Instant since, Instant now);
inline constexpr std::chrono::milliseconds attract_pause{5'000};

}  // namespace kiosk
