#include "kiosk/session/idle.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr std::chrono::milliseconds second{1'000};

}  // namespace

IdleTimes patient(IdleTimes times) {
  constexpr IdleTimes longer{.until_warning = std::chrono::minutes{5},
                             .warning = std::chrono::minutes{1}};
  return {std::max(times.until_warning, longer.until_warning),
          std::max(times.warning, longer.warning)};
}

IdleState Idle::state(Instant now) const {
  const auto quiet = now - touched_;
  if (quiet < times_.until_warning)
    return IdleState::Present;
  return quiet < times_.until_warning + times_.warning ? IdleState::Warned : IdleState::Gone;
}

int Idle::seconds_left(Instant now) const {
  if (state(now) != IdleState::Warned)
    return -1;
  const auto left = touched_ + times_.until_warning + times_.warning - now;
  return static_cast<int>((left + second - Instant{1}) / second);
}

Instant Idle::next_change(Instant now) const {
  const Instant warned = touched_ + times_.until_warning;
  const Instant gone = warned + times_.warning;
  if (now < warned)
    return warned;
  if (now >= gone)
    return gone;
  // The second shown ends when the whole seconds after it are left.
  return gone - second * (seconds_left(now) - 1);
}

int attract_step(Instant since, Instant now) {
  return static_cast<int>(std::max(now - since, Instant{0}) / attract_pause);
}

Instant next_attract_step(Instant since, Instant now) {
  return since + attract_pause * (attract_step(since, now) + 1);
}

}  // namespace kiosk
