#include "kiosk/fade.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace kiosk {

Fade::Fade(Surface before, std::vector<Rect> parts, std::chrono::milliseconds now)
    : before_(std::move(before)), mix_(before_), parts_(std::move(parts)), since_(now) {}

const Surface& Fade::mix(const Surface& after, std::chrono::milliseconds now) {
  constexpr std::uint32_t whole = 255;
  const auto passed = std::clamp(now - since_, std::chrono::milliseconds(0), fade_time);
  const auto alpha = static_cast<std::uint32_t>(passed.count()) * whole /
                     static_cast<std::uint32_t>(fade_time.count());
  const Surface& before = before_;
  for (const Rect& part : parts_) {
    Picture picture{.width = part.width, .height = part.height};
    for (int y = part.y; y < part.bottom(); ++y)
      for (int x = part.x; x < part.right(); ++x)
        picture.pixels.push_back(blend_pixel(before.row(y)[x], after.row(y)[x], alpha));
    mix_.blend(picture, part.x, part.y);
  }
  return mix_;
}

}  // namespace kiosk
