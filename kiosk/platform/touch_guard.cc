#include "kiosk/platform/touch_guard.h"

#include <algorithm>
#include <cstdio>

namespace kiosk {

std::size_t TouchGuard::downs_in_last_second(std::chrono::milliseconds now) const {
  constexpr std::chrono::milliseconds second{1'000};
  return static_cast<std::size_t>(std::count_if(
      downs_.begin(), downs_.end(), [&](const auto& at) { return at && now - *at < second; }));
}

bool TouchGuard::believes(Point2 touched, std::chrono::milliseconds now) {
  downs_[next_] = now;
  next_ = (next_ + 1) % downs_.size();
  in_place_ = touched == place_ ? in_place_ + 1 : 1;
  place_ = touched;
  const std::size_t downs = downs_in_last_second(now);
  const bool was_mad = mad_;
  mad_ = in_place_ > most_in_place || downs > (mad_ ? calm : most_a_second);
  if (mad_ && !was_mad)
    ++spells_;
  if (mad_)
    ++ghosts_;
  return !mad_;
}

void TouchGuard::beside(Point2 touched) {
  ++besides_;
  beside_ = touched;
}

std::optional<std::string> TouchGuard::take_news() {
  if (mad_ && !said_mad_ && spells_ >= say_spell_at_) {
    said_mad_ = true;
    say_spell_at_ = spells_ * 2;
    return "W-46: the touch panel taps by itself; its touches are not taken";
  }
  if (!mad_ && said_mad_) {
    said_mad_ = false;
    return "the touch panel has calmed down; " + std::to_string(ghosts_) +
           " touches were not taken so far";
  }
  if (besides_ < say_besides_at_)
    return std::nullopt;
  say_besides_at_ = besides_ * 2;
  std::array<char, 120> line{};
  std::snprintf(line.data(), line.size(),
                "W-47: the touch panel named a place beside itself (%.3g, %.3g), %llu times so far",
                beside_.x, beside_.y, static_cast<unsigned long long>(besides_));
  return line.data();
}

}  // namespace kiosk
