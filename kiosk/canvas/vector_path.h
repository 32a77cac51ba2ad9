// An outline as moves, lines and cubic curves, and the parser of SVG path data. Arcs, shorthand and
// relative commands are gone after parsing. Numbers are bounded, so what is drawn from a path is.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"

namespace kiosk {

struct Point {
  double x = 0;
  double y = 0;

  bool operator==(const Point&) const = default;
};

class VectorPath final {
 public:
  enum class Verb : std::uint8_t { Move, Line, Cubic, Close };
  struct Segment {
    Verb verb{};
    Point first;  // control points of a Cubic
    Point second;
    Point end;  // unused by Close

    bool operator==(const Segment&) const = default;
  };

  void move_to(Point end);
  void line_to(Point end);
  void cubic_to(Point first, Point second, Point end);
  // An elliptical arc with SVG's meaning of its arguments (SVG 1.1, F.6).
  void arc_to(Point radii, double rotation_degrees, bool large, bool sweep, Point end);
  void close();

  const std::vector<Segment>& segments() const { return segments_; }
  Point current() const { return current_; }
  bool operator==(const VectorPath&) const = default;

 private:
  std::vector<Segment> segments_;
  Point start_;
  Point current_;
};

VectorPath rounded_rect_path(double x, double y, double width, double height, double radius);
VectorPath circle_path(Point center, double radius);

// M L H V C S A Z, absolute and relative. Malformed: anything else, more than 1 000 segments, or a
// coordinate beyond ±1 000.
content::Result<VectorPath> parse_path_data(std::string_view data);

}  // namespace kiosk
