// Drawings to coverage, by FreeType's stroker and smooth rasteriser.
#include "kiosk/canvas/drawing.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "kiosk/platform/handle.h"

namespace kiosk {
namespace {

constexpr int largest_side = 2048;
constexpr int most_parts = 30;  // lines for one curve

using Library = Handle<FT_LibraryRec_, FT_Done_FreeType>;
using Stroker = Handle<FT_StrokerRec_, FT_Stroker_Done>;

void check(FT_Error error) {
  if (error != 0) {
    throw std::runtime_error("FreeType refused an outline: error " + std::to_string(error));
  }
}

// FreeType's numbers: 1/64 px, y upwards.
struct Scale {
  double factor = 1;
  double height = 0;

  FT_Vector operator()(Point point) const {
    return {std::lround(point.x * factor * 64), std::lround((height - point.y * factor) * 64)};
  }
};

// Points and tags of an outline; its contours end where `contours_` says.
class OutlinePoints {
 public:
  void add(FT_Vector point, int tag) {
    points_.push_back(point);
    tags_.push_back(static_cast<Tag>(tag));
  }
  void end_contour() {
    const auto last = static_cast<Index>(points_.size() - 1);
    if (!points_.empty() && (contours_.empty() || contours_.back() < last)) {
      contours_.push_back(last);
    }
  }
  FT_Outline outline(int flags) {
    FT_Outline result{};
    result.n_contours = static_cast<Index>(contours_.size());
    result.n_points = static_cast<Index>(points_.size());
    result.points = points_.data();
    result.tags = tags_.data();
    result.contours = contours_.data();
    result.flags = flags;
    return result;
  }
  void make_room(std::size_t points, std::size_t contours) {
    points_.resize(points);
    tags_.resize(points);
    contours_.resize(contours);
  }

 private:
  // Signed or unsigned by FreeType's version.
  using Tag = std::remove_pointer_t<decltype(FT_Outline::tags)>;
  using Index = std::remove_pointer_t<decltype(FT_Outline::contours)>;

  std::vector<FT_Vector> points_;
  std::vector<Tag> tags_;
  std::vector<Index> contours_;
};

// FreeType flattens curves to a tenth of a pixel, which costs a disc its outermost edge; this does
// it to a fiftieth (Wang's bound on the distance between a cubic and its chords).
template <typename Draw>
void flatten(Point from, const VectorPath::Segment& cubic, double pixels_per_unit, Draw draw) {
  constexpr double tolerance = 0.02;
  const auto bend = [&](Point a, Point b, Point c) {
    return std::hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y) * pixels_per_unit;
  };
  const double most =
      std::max(bend(from, cubic.first, cubic.second), bend(cubic.first, cubic.second, cubic.end));
  const int parts =
      std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75 * most / tolerance))), 1, most_parts);
  for (int part = 1; part <= parts; ++part) {
    const double t = static_cast<double>(part) / parts;
    const double u = 1 - t;
    const auto at = [&](double a, double b, double c, double d) {
      return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    };
    draw(Point{at(from.x, cubic.first.x, cubic.second.x, cubic.end.x),
               at(from.y, cubic.first.y, cubic.second.y, cubic.end.y)});
  }
}

// A path of at most 1 000 segments has at most 31 000 points: they fit FreeType's short.
OutlinePoints filled(const VectorPath& path, const Scale& scale) {
  OutlinePoints points;
  Point start;
  Point here;
  bool closed = false;
  for (const auto& segment : path.segments()) {
    if (closed && segment.verb != VectorPath::Verb::Move) {
      points.add(scale(start), FT_CURVE_TAG_ON);
    }
    closed = segment.verb == VectorPath::Verb::Close;
    switch (segment.verb) {
      case VectorPath::Verb::Move:
        points.end_contour();
        start = segment.end;
        points.add(scale(segment.end), FT_CURVE_TAG_ON);
        break;
      case VectorPath::Verb::Line:
        points.add(scale(segment.end), FT_CURVE_TAG_ON);
        break;
      case VectorPath::Verb::Cubic:
        flatten(here, segment, scale.factor,
                [&](Point point) { points.add(scale(point), FT_CURVE_TAG_ON); });
        break;
      case VectorPath::Verb::Close:
        points.end_contour();
        break;
    }
    here = segment.end;
  }
  points.end_contour();
  return points;
}

// Whether the subpath that segment `at` belongs to ends in a Close.
bool closes(const std::vector<VectorPath::Segment>& segments, std::size_t at) {
  for (std::size_t i = at; i < segments.size(); ++i) {
    if (segments[i].verb == VectorPath::Verb::Move) {
      return false;
    }
    if (segments[i].verb == VectorPath::Verb::Close) {
      return true;
    }
  }
  return false;
}

// Leads FreeType's stroker along a path. It crashes at the end of a subpath in which nothing moved,
// and ignores curves of less than a thirtieth of a pixel; so a subpath begins with its first real
// movement, and tiny curves are lines.
class StrokedPath {
 public:
  StrokedPath(FT_Stroker stroker, const VectorPath& path, const Scale& scale)
      : stroker_(stroker), segments_(path.segments()), scale_(scale) {}

  void follow() {
    FT_Vector start{};
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const auto& segment = segments_[i];
      if (segment.verb == VectorPath::Verb::Move) {
        end();
        start = here_ = scale_(segment.end);
        continue;
      }
      if (segment.verb == VectorPath::Verb::Cubic) {
        curve(i);
      } else {
        line(i);
      }
      if (segment.verb == VectorPath::Verb::Close) {
        end();
        here_ = start;
      }
    }
    end();
  }

 private:
  void begin(std::size_t at) {
    if (!open_) {
      check(FT_Stroker_BeginSubPath(stroker_, &here_, closes(segments_, at) ? 0 : 1));
    }
    open_ = true;
  }

  void end() {
    if (open_) {
      check(FT_Stroker_EndSubPath(stroker_));
    }
    open_ = false;
  }

  void line(std::size_t at) {
    FT_Vector to = scale_(segments_[at].end);
    if (to.x != here_.x || to.y != here_.y) {
      begin(at);
      check(FT_Stroker_LineTo(stroker_, &to));
      here_ = to;
    }
  }

  void curve(std::size_t at) {
    FT_Vector first = scale_(segments_[at].first);
    FT_Vector second = scale_(segments_[at].second);
    FT_Vector to = scale_(segments_[at].end);
    if (near(first) && near(second) && near(to)) {
      line(at);
      return;
    }
    begin(at);
    check(FT_Stroker_CubicTo(stroker_, &first, &second, &to));
    here_ = to;
  }

  bool near(FT_Vector point) const {
    return std::abs(point.x - here_.x) < 8 && std::abs(point.y - here_.y) < 8;
  }

  FT_Stroker stroker_;
  const std::vector<VectorPath::Segment>& segments_;
  const Scale& scale_;
  FT_Vector here_{};
  bool open_ = false;
};

// Adds the outline's coverage to the mask as if painted over it.
void paint(FT_Library library, FT_Outline outline, Mask& mask) {
  std::vector<std::uint8_t> layer(mask.coverage.size());
  FT_Bitmap bitmap{};
  bitmap.rows = static_cast<unsigned>(mask.height);
  bitmap.width = static_cast<unsigned>(mask.width);
  bitmap.pitch = mask.width;
  bitmap.buffer = layer.data();
  bitmap.num_grays = 256;
  bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
  check(FT_Outline_Get_Bitmap(library, &outline, &bitmap));
  for (std::size_t i = 0; i < layer.size(); ++i) {
    if (layer[i] == 0) {
      continue;  // most of a drawing is ground
    }
    const std::uint32_t below = mask.coverage[i];
    mask.coverage[i] = static_cast<std::uint8_t>(below + scale_byte(255 - below, layer[i]));
  }
}

void paint_stroke(FT_Library library, const Shape& shape, const Scale& scale, Mask& mask) {
  FT_Stroker raw = nullptr;
  check(FT_Stroker_New(library, &raw));
  const Stroker stroker(raw);
  const long radius = std::lround(shape.stroke * scale.factor * 32);
  FT_Stroker_Set(stroker.get(), radius, FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
  StrokedPath(stroker.get(), shape.path, scale).follow();
  FT_UInt points = 0;
  FT_UInt contours = 0;
  check(FT_Stroker_GetCounts(stroker.get(), &points, &contours));
  if (points == 0 || points > 32000 || contours > 32000) {
    return;  // nothing to draw, or more than FreeType's outlines hold
  }
  OutlinePoints room;
  room.make_room(points, contours);
  FT_Outline outline = room.outline(0);
  outline.n_points = 0;
  outline.n_contours = 0;
  FT_Stroker_Export(stroker.get(), &outline);
  paint(library, outline, mask);
}

}  // namespace

Mask rasterise(const Drawing& drawing, int side) {
  if (side < 1 || side > largest_side) {
    return {};
  }
  Mask mask{0, 0, side, side, {}};
  mask.coverage.resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  FT_Library raw = nullptr;
  check(FT_Init_FreeType(&raw));
  const Library library(raw);
  const Scale scale{side / drawing.side, static_cast<double>(side)};
  for (const Shape& shape : drawing.shapes) {
    if (shape.filled) {
      OutlinePoints points = filled(shape.path, scale);
      const FT_Outline outline = points.outline(shape.even_odd ? FT_OUTLINE_EVEN_ODD_FILL : 0);
      paint(library.get(), outline, mask);
    }
    if (shape.stroke > 0) {
      paint_stroke(library.get(), shape, scale, mask);
    }
  }
  return mask;
}

}  // namespace kiosk
