// One page passing into the next, for the greeting of the attract screen: the only motion there is.
// Slow and even, so that nothing flashes (EN 301 549, 11.2.3.1), and only where the pages differ.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <vector>

#include "kiosk/canvas/surface.h"

namespace kiosk {

inline constexpr std::chrono::milliseconds fade_time{600};
inline constexpr std::chrono::milliseconds fade_step{40};  // 25 pictures a second

class Fade final {
 public:
  // `parts`: where `before` and the page after it differ.
  Fade(Surface before, std::vector<Rect> parts, std::chrono::milliseconds now);

  bool over(std::chrono::milliseconds now) const { return now - since_ >= fade_time; }
  const std::vector<Rect>& parts() const { return parts_; }
  // What is to be seen now.
  const Surface& mix(const Surface& after, std::chrono::milliseconds now);

 private:
  Surface before_;
  Surface mix_;
  std::vector<Rect> parts_;
  std::chrono::milliseconds since_;
};

}  // namespace kiosk
