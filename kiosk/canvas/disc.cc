#include "kiosk/canvas/disc.h"

#include <algorithm>
#include <cmath>

namespace kiosk {

Disc::Disc(double center_x, double center_y, double radius, const Rect& area)
    : center_x_(center_x), radius_(std::max(radius, 0.0)), area_(area) {
  columns_.reserve(static_cast<std::size_t>(std::max(area.width, 0)) + 1);
  for (int x = area.x; x <= area.right(); ++x) {
    columns_.push_back(line_at(x - center_x));
  }
  rows_.reserve(static_cast<std::size_t>(std::max(area.height, 0)) + 1);
  for (int y = area.y; y <= area.bottom(); ++y) {
    rows_.push_back(line_at(y - center_y));
  }
}

Disc::GridLine Disc::line_at(double distance) const {
  GridLine line;
  line.distance = distance;
  line.clamped = std::min(std::abs(distance), radius_);
  if (radius_ > 0) {
    line.reach = std::sqrt(std::max(radius_ * radius_ - line.clamped * line.clamped, 0.0));
    line.area =
        (line.clamped * line.reach + radius_ * radius_ * std::asin(line.clamped / radius_)) / 2;
  }
  return line;
}

// Area of the disc between the axes and the two grid lines, negative when they lie on different
// sides of the centre: four of these make one pixel.
double Disc::quadrant(const GridLine& column, const GridLine& row, double whole) {
  double area = 0;
  if (column.clamped <= row.reach) {
    area = column.clamped * row.clamped;
  } else {
    // A rectangle up to where the circle crosses the row, then the part under the arc. The area
    // from the centre to row.reach is that of the complementary angle.
    const double under_arc_to_reach = whole - row.area + row.clamped * row.reach;
    area = row.reach * row.clamped + column.area - under_arc_to_reach;
  }
  return (column.distance < 0) == (row.distance < 0) ? area : -area;
}

double Disc::coverage(int x, int y) const {
  if (radius_ <= 0) {
    return 0;
  }
  constexpr double pi = 3.14159265358979323846;
  const double whole = pi * radius_ * radius_ / 4;
  const auto& left = columns_[static_cast<std::size_t>(x - area_.x)];
  const auto& right = columns_[static_cast<std::size_t>(x - area_.x) + 1];
  const auto& top = rows_[static_cast<std::size_t>(y - area_.y)];
  const auto& bottom = rows_[static_cast<std::size_t>(y - area_.y) + 1];
  const double area = quadrant(right, bottom, whole) - quadrant(left, bottom, whole) -
                      quadrant(right, top, whole) + quadrant(left, top, whole);
  return std::clamp(area, 0.0, 1.0);
}

Disc::Run Disc::between(double half_width, bool inward) const {
  const double left = center_x_ - half_width;
  const double right = center_x_ + half_width;
  const int first = static_cast<int>(inward ? std::ceil(left) : std::floor(left));
  const int last = static_cast<int>(inward ? std::floor(right) : std::ceil(right));
  const int from = std::clamp(first, area_.x, area_.right());
  return {from, std::clamp(last, from, area_.right())};
}

Disc::Run Disc::solid(int y) const {
  const auto& top = rows_[static_cast<std::size_t>(y - area_.y)];
  const auto& bottom = rows_[static_cast<std::size_t>(y - area_.y) + 1];
  const bool outside = std::max(std::abs(top.distance), std::abs(bottom.distance)) > radius_;
  if (outside || radius_ <= 0) {
    return {area_.x, area_.x};
  }
  return between(std::min(top.reach, bottom.reach), true);
}

Disc::Run Disc::touched(int y) const {
  const auto& top = rows_[static_cast<std::size_t>(y - area_.y)];
  const auto& bottom = rows_[static_cast<std::size_t>(y - area_.y) + 1];
  if (radius_ <= 0 || top.distance >= radius_ || bottom.distance <= -radius_) {
    return {area_.x, area_.x};
  }
  const bool holds_center = top.distance < 0 && bottom.distance > 0;
  return between(holds_center ? radius_ : std::max(top.reach, bottom.reach), false);
}

}  // namespace kiosk
