#include "kiosk/canvas/surface.h"

#include <algorithm>
#include <stdexcept>

#include "kiosk/canvas/damage.h"

namespace kiosk {
namespace {

constexpr int longest_side = 16384;

std::size_t area(Size size) {
  if (size.width < 0 || size.height < 0 || size.width > longest_side ||
      size.height > longest_side) {
    throw std::invalid_argument("a surface of this size cannot be meant");
  }
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
}

}  // namespace

Surface::Surface(Size size, Color ground)
    : size_(size), pixels_(area(size), to_pixel(ground)), clip_{0, 0, size.width, size.height} {}

void Surface::push_clip(const Rect& rect) {
  clips_.push_back(clip_);
  clip_ = intersect(clip_, rect);
}

void Surface::pop_clip() {
  if (clips_.empty()) {
    throw std::logic_error("pop_clip without push_clip");
  }
  clip_ = clips_.back();
  clips_.pop_back();
}

void Surface::fill(const Rect& rect, Color color) {
  const Rect part = intersect(rect, clip_);
  if (color.alpha == 0) {
    return;
  }
  for (int y = part.y; y < part.bottom(); ++y) {
    fill_span(row(y) + part.x, part.width, color);
  }
}

template <typename Source, typename Draw>
void Surface::rows_of(const Source& source, int x, int y, Draw draw) {
  const Rect whole{x + source.left, y + source.top, source.width, source.height};
  const Rect part = intersect(whole, clip_);
  if (part.width <= 0 || part.height <= 0) {
    return;
  }
  for (int at = part.y; at < part.bottom(); ++at) {
    const auto skipped =
        static_cast<std::size_t>(at - whole.y) * static_cast<std::size_t>(source.width) +
        static_cast<std::size_t>(part.x - whole.x);
    draw(row(at) + part.x, skipped, part.width);
  }
}

void Surface::blend(const Mask& mask, int x, int y, Color color) {
  rows_of(mask, x, y, [&](std::uint32_t* to, std::size_t from, int count) {
    mask_span(to, mask.coverage.data() + from, count, color);
  });
}

void Surface::blend(const Picture& picture, int x, int y) {
  rows_of(picture, x, y, [&](std::uint32_t* to, std::size_t from, int count) {
    picture_span(to, picture.pixels.data() + from, count);
  });
}

}  // namespace kiosk
