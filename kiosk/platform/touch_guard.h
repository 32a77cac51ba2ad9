// Touches that no hand makes: a panel that reports places beside itself, or whose controller has
// gone mad and taps by itself until it is reset. They press no key and keep no session alive; they
// are counted, so that a technician hears of them. Fingers are judged, not mice.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/geometry/calibration.h"

namespace kiosk {

class TouchGuard final {
 public:
  // More in a second than this is no hand; a fast typist has seven.
  static constexpr std::size_t most_a_second = 12;
  // From then on nothing counts until a second has no more than this.
  static constexpr std::size_t calm = 6;
  // So often in a row at the very same place of the panel: a finger never meets it twice.
  static constexpr int most_in_place = 20;

  // Whether a touch that begins at `touched`, as the panel said it, may be one.
  bool believes(Point2 touched, std::chrono::milliseconds now);
  // The panel named a place beside itself; `touched` as it said it.
  void beside(Point2 touched);

  // What a technician should read in the log, handed out once: when it begins, and when it is over.
  std::optional<std::string> take_news();
  std::uint64_t ghosts() const { return ghosts_; }
  std::uint64_t besides() const { return besides_; }

 private:
  std::size_t downs_in_last_second(std::chrono::milliseconds now) const;

  std::array<std::optional<std::chrono::milliseconds>, most_a_second + 1> downs_{};
  std::size_t next_ = 0;
  Point2 place_{-1, -1};
  int in_place_ = 0;
  bool mad_ = false;
  bool said_mad_ = false;
  std::uint64_t spells_ = 0;        // of madness
  std::uint64_t say_spell_at_ = 1;  // doubled each time, so that the log stays short
  std::uint64_t ghosts_ = 0;
  std::uint64_t besides_ = 0;
  std::uint64_t say_besides_at_ = 1;
  Point2 beside_;
};

}  // namespace kiosk
