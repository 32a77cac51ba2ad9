// The way in that nobody finds by chance: one finger held still for five seconds in the upper right
// corner of a kiosk that nobody uses, then lifted. Lifted, because what is put down and forgotten
// (a bag, a palm, a wet cloth) lies longer; alone, because whoever taps about is no technician.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>

#include "kiosk/geometry/panel.h"
#include "kiosk/platform/input.h"

namespace kiosk {

class CornerHold final {
 public:
  static constexpr std::chrono::milliseconds least{5'000}, most{9'500};
  static constexpr double corner_mm = 15, still_mm = 8;

  explicit CornerHold(const Panel& panel) : panel_(panel) {}

  // `vacant`: nobody uses the kiosk at this moment, or it is out of service. True once, at the end
  // of a hold.
  bool take(const Event& event, bool vacant, std::chrono::milliseconds now);

 private:
  bool in_corner(Pixel at) const;

  Panel panel_;
  std::optional<std::chrono::milliseconds> since_;
  Pixel began_{};
};

}  // namespace kiosk
