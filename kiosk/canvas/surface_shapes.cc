// Rounded rectangles and circles of the surface: solid spans inside, computed coverage at the rim.
#include <algorithm>
#include <cmath>

#include "kiosk/canvas/damage.h"
#include "kiosk/canvas/disc.h"
#include "kiosk/canvas/surface.h"

namespace kiosk {
namespace {

constexpr double longest_radius = 100000;  // what no panel can mean

Color with_coverage(Color color, double covered) {
  color.alpha = static_cast<std::uint8_t>(std::lround(color.alpha * covered));
  return color;
}

// Coverage of the left/top corner of a ring (`inner` 0: of a disc), a square of `radius` px.
Mask corner_of(int radius, int inner) {
  Mask mask{0, 0, radius, radius, {}};
  mask.coverage.reserve(static_cast<std::size_t>(radius) * static_cast<std::size_t>(radius));
  const Rect square{0, 0, radius, radius};
  const Disc outside(radius, radius, radius, square);
  const Disc inside(radius, radius, inner, square);
  for (int y = 0; y < radius; ++y) {
    for (int x = 0; x < radius; ++x) {
      const double covered = outside.coverage(x, y) - inside.coverage(x, y);
      mask.coverage.push_back(static_cast<std::uint8_t>(std::lround(255 * covered)));
    }
  }
  return mask;
}

// `mask` turned over, for the other three corners.
Mask flipped(const Mask& mask, bool across, bool down) {
  Mask turned = mask;
  const auto width = static_cast<std::size_t>(mask.width);
  const auto height = static_cast<std::size_t>(mask.height);
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      const std::size_t from_x = across ? width - 1 - x : x;
      const std::size_t from_y = down ? height - 1 - y : y;
      turned.coverage[y * width + x] = mask.coverage[from_y * width + from_x];
    }
  }
  return turned;
}

// Corners are dear; strips of a page between them need none.
bool touches_corners(const Rect& part, const Rect& rect, int round) {
  return round > 0 && (part.y < rect.y + round || part.bottom() > rect.bottom() - round);
}

}  // namespace

void Surface::span(int y, int from, int to, Color color) {
  const int left = std::max(from, clip_.x);
  const int right = std::min(to, clip_.right());
  if (y >= clip_.y && y < clip_.bottom() && left < right) {
    fill_span(row(y) + left, right - left, color);
  }
}

void Surface::corners(const Rect& rect, const Mask& corner, Color color) {
  const int right = rect.right() - corner.width;
  const int bottom = rect.bottom() - corner.height;
  blend(corner, rect.x, rect.y, color);
  blend(flipped(corner, true, false), right, rect.y, color);
  blend(flipped(corner, false, true), rect.x, bottom, color);
  blend(flipped(corner, true, true), right, bottom, color);
}

void Surface::fill_rounded(const Rect& rect, int radius, Color color) {
  const int round = std::clamp(radius, 0, std::max(std::min(rect.width, rect.height) / 2, 0));
  const Rect part = intersect(rect, clip_);
  if (part.width <= 0 || part.height <= 0 || color.alpha == 0) {
    return;
  }
  if (touches_corners(part, rect, round)) {
    corners(rect, corner_of(round, 0), color);
  }
  for (int y = part.y; y < part.bottom(); ++y) {
    const bool beside_corner = y < rect.y + round || y >= rect.bottom() - round;
    const int inset = beside_corner ? round : 0;
    span(y, rect.x + inset, rect.right() - inset, color);
  }
}

void Surface::stroke_rounded(const Rect& rect, int radius, int stroke, Color color) {
  const int shorter = std::max(std::min(rect.width, rect.height), 0);
  const int round = std::clamp(radius, 0, shorter / 2);
  if (2 * stroke >= shorter) {
    fill_rounded(rect, radius, color);
    return;
  }
  const Rect part = intersect(rect, clip_);
  if (part.width <= 0 || part.height <= 0 || stroke <= 0 || color.alpha == 0) {
    return;
  }
  if (touches_corners(part, rect, round)) {
    corners(rect, corner_of(round, std::max(round - stroke, 0)), color);
  }
  for (int y = part.y; y < part.bottom(); ++y) {
    const int from_edge = std::min(y - rect.y, rect.bottom() - 1 - y);
    const int inset = from_edge < round ? round : 0;
    if (from_edge < stroke) {
      span(y, rect.x + inset, rect.right() - inset, color);
    } else if (stroke > inset) {
      span(y, rect.x + inset, rect.x + stroke, color);
      span(y, rect.right() - stroke, rect.right() - inset, color);
    }
  }
}

void Surface::fill_circle(double center_x, double center_y, double radius, Color color) {
  ring(center_x, center_y, radius, 0, color);
}

void Surface::stroke_circle(double center_x, double center_y, double radius, double stroke,
                            Color color) {
  if (stroke > 0) {
    ring(center_x, center_y, radius, radius - stroke, color);
  }
}

void Surface::ring(double center_x, double center_y, double outer, double inner, Color color) {
  if (!(outer > 0) || outer > longest_radius || !std::isfinite(center_x + center_y) ||
      std::abs(center_x) > longest_radius || std::abs(center_y) > longest_radius) {
    return;
  }
  const int left = static_cast<int>(std::floor(center_x - outer));
  const int top = static_cast<int>(std::floor(center_y - outer));
  const Rect whole{left, top, static_cast<int>(std::ceil(center_x + outer)) - left,
                   static_cast<int>(std::ceil(center_y + outer)) - top};
  const Rect part = intersect(whole, clip_);
  if (part.width <= 0 || part.height <= 0 || color.alpha == 0) {
    return;
  }
  const Disc outside(center_x, center_y, outer, part);
  const Disc inside(center_x, center_y, inner, part);
  for (int y = part.y; y < part.bottom(); ++y) {
    const Disc::Run touched = outside.touched(y);
    const Disc::Run solid = outside.solid(y);
    const Disc::Run hole = inside.touched(y);
    const Disc::Run empty = inside.solid(y);
    for (int x = touched.first; x < touched.last;) {
      if (x >= empty.first && x < empty.last) {
        x = empty.last;
      } else if (x >= solid.first && x < solid.last && !(x >= hole.first && x < hole.last)) {
        const int until = x < hole.first && hole.first < hole.last
                              ? std::min(solid.last, hole.first)
                              : solid.last;
        span(y, x, until, color);
        x = until;
      } else {
        span(y, x, x + 1, with_coverage(color, outside.coverage(x, y) - inside.coverage(x, y)));
        ++x;
      }
    }
  }
}

}  // namespace kiosk
