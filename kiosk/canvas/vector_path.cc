#include "kiosk/canvas/vector_path.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

constexpr double pi = 3.14159265358979323846;

// One arc of at most a quarter turn as a cubic; `turn` from and to in radians on the unit circle.
struct UnitArc {
  Point first;
  Point second;
  Point end;
};

UnitArc unit_arc(double from, double to) {
  const double handle = 4.0 / 3.0 * std::tan((to - from) / 4);
  return {{std::cos(from) - handle * std::sin(from), std::sin(from) + handle * std::cos(from)},
          {std::cos(to) + handle * std::sin(to), std::sin(to) - handle * std::cos(to)},
          {std::cos(to), std::sin(to)}};
}

}  // namespace

void VectorPath::move_to(Point end) {
  segments_.push_back({Verb::Move, {}, {}, end});
  start_ = current_ = end;
}

void VectorPath::line_to(Point end) {
  segments_.push_back({Verb::Line, {}, {}, end});
  current_ = end;
}

void VectorPath::cubic_to(Point first, Point second, Point end) {
  segments_.push_back({Verb::Cubic, first, second, end});
  current_ = end;
}

void VectorPath::close() {
  segments_.push_back({Verb::Close, {}, {}, start_});
  current_ = start_;
}

// SVG 1.1, F.6.5: from the end points to the centre, then quarter by quarter.
void VectorPath::arc_to(Point radii, double rotation_degrees, bool large, bool sweep, Point end) {
  const Point begin = current_;
  if (begin == end) {
    return;
  }
  double rx = std::abs(radii.x);
  double ry = std::abs(radii.y);
  if (rx < 1e-6 || ry < 1e-6) {
    line_to(end);
    return;
  }
  const double cosine = std::cos(rotation_degrees * pi / 180);
  const double sine = std::sin(rotation_degrees * pi / 180);
  const double half_x = (begin.x - end.x) / 2;
  const double half_y = (begin.y - end.y) / 2;
  const double x = cosine * half_x + sine * half_y;
  const double y = cosine * half_y - sine * half_x;
  const double too_small = (x * x) / (rx * rx) + (y * y) / (ry * ry);
  if (too_small > 1) {
    rx *= std::sqrt(too_small);
    ry *= std::sqrt(too_small);
  }
  const double divisor = rx * rx * y * y + ry * ry * x * x;
  const double square = std::max((rx * rx * ry * ry - divisor) / divisor, 0.0);
  const double factor = (large == sweep ? -1 : 1) * std::sqrt(square);
  const double center_x = factor * rx * y / ry;
  const double center_y = -factor * ry * x / rx;
  const double from = std::atan2((y - center_y) / ry, (x - center_x) / rx);
  double turn = std::atan2((-y - center_y) / ry, (-x - center_x) / rx) - from;
  if (sweep && turn < 0) {
    turn += 2 * pi;
  } else if (!sweep && turn > 0) {
    turn -= 2 * pi;
  }
  const Point middle{cosine * center_x - sine * center_y + (begin.x + end.x) / 2,
                     sine * center_x + cosine * center_y + (begin.y + end.y) / 2};
  const auto place = [&](Point unit) {
    return Point{middle.x + cosine * rx * unit.x - sine * ry * unit.y,
                 middle.y + sine * rx * unit.x + cosine * ry * unit.y};
  };
  const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / (pi / 2) - 1e-9)));
  for (int part = 0; part < parts; ++part) {
    const UnitArc arc = unit_arc(from + turn * part / parts, from + turn * (part + 1) / parts);
    cubic_to(place(arc.first), place(arc.second), part + 1 == parts ? end : place(arc.end));
  }
}

VectorPath rounded_rect_path(double x, double y, double width, double height, double radius) {
  const double round = std::clamp(radius, 0.0, std::min(width, height) / 2);
  const Point corner{round, round};
  VectorPath path;
  path.move_to({x + round, y});
  path.line_to({x + width - round, y});
  path.arc_to(corner, 0, false, true, {x + width, y + round});
  path.line_to({x + width, y + height - round});
  path.arc_to(corner, 0, false, true, {x + width - round, y + height});
  path.line_to({x + round, y + height});
  path.arc_to(corner, 0, false, true, {x, y + height - round});
  path.line_to({x, y + round});
  path.arc_to(corner, 0, false, true, {x + round, y});
  path.close();
  return path;
}

VectorPath circle_path(Point center, double radius) {
  const Point radii{radius, radius};
  VectorPath path;
  path.move_to({center.x + radius, center.y});
  path.arc_to(radii, 0, false, true, {center.x, center.y + radius});
  path.arc_to(radii, 0, false, true, {center.x - radius, center.y});
  path.arc_to(radii, 0, false, true, {center.x, center.y - radius});
  path.arc_to(radii, 0, false, true, {center.x + radius, center.y});
  path.close();
  return path;
}

}  // namespace kiosk
