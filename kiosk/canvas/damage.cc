#include "kiosk/canvas/damage.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace kiosk {
namespace {

// More rectangles cost the window more calls than the pixels they save.
constexpr std::size_t most_rects = 16;

bool empty(const Rect& rect) {
  return rect.width <= 0 || rect.height <= 0;
}

std::int64_t area(const Rect& rect) {
  return std::int64_t{rect.width} * rect.height;
}

// Joining is worth it when hardly anything is presented in vain.
bool belong_together(const Rect& a, const Rect& b) {
  const std::int64_t apart = area(a) + area(b) - area(intersect(a, b));
  return area(unite(a, b)) <= apart + apart / 4;
}

}  // namespace

Rect intersect(const Rect& a, const Rect& b) {
  const int left = std::max(a.x, b.x);
  const int top = std::max(a.y, b.y);
  const int width = std::min(a.right(), b.right()) - left;
  const int height = std::min(a.bottom(), b.bottom()) - top;
  return {left, top, std::max(width, 0), std::max(height, 0)};
}

Rect unite(const Rect& a, const Rect& b) {
  if (empty(a)) {
    return b;
  }
  if (empty(b)) {
    return a;
  }
  const int left = std::min(a.x, b.x);
  const int top = std::min(a.y, b.y);
  return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

void Damage::add(const Rect& rect) {
  if (empty(rect)) {
    return;
  }
  for (const Rect& known : rects_) {
    if (known.contains(rect)) {
      return;
    }
  }
  Rect grown = rect;
  for (std::size_t i = 0; i < rects_.size();) {
    if (belong_together(rects_[i], grown)) {
      grown = unite(rects_[i], grown);
      rects_.erase(rects_.begin() + static_cast<std::ptrdiff_t>(i));
      i = 0;
    } else {
      ++i;
    }
  }
  rects_.push_back(grown);
  if (rects_.size() > most_rects) {
    for (const Rect& one : rects_) {
      grown = unite(grown, one);
    }
    rects_.assign(1, grown);
  }
}

std::vector<Rect> Damage::take() {
  return std::exchange(rects_, {});
}

}  // namespace kiosk
