// Where a touch is meant when the panel says it elsewhere: a controller with a wrong range, or
// mounted turned or mirrored, is put right by six numbers from five taps on crosses. Everything is
// a share of the unrotated screen, 0 to 1, so that neither resolution nor rotation matter. A matrix
// that would put keys out of reach is refused, wherever it comes from.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"
#include "kiosk/geometry/rotation.h"

namespace kiosk {

struct Point2 {
  double x = 0;
  double y = 0;

  bool operator==(const Point2&) const = default;
};

// x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0.
struct Calibration {
  double xx = 1;
  double xy = 0;
  double x0 = 0;
  double yx = 0;
  double yy = 1;
  double y0 = 0;

  bool operator==(const Calibration&) const = default;
};

struct TouchPair {
  Point2 wanted;   // the middle of a cross
  Point2 touched;  // where the panel said it was tapped, uncalibrated
};

// The middle of a pixel of the unrotated screen.
Point2 share_of(Pixel screen_point, Size screen);

Point2 apply(const Calibration& calibration, Point2 touched);

// The crosses to tap: four near the corners and the middle.
std::span<const Point2> calibration_crosses();

// The best fit (least squares). Invalid: fewer than four pairs; taps nearly on a line; a tap more
// than 2 % of the screen off after the fit; a matrix that usable() refuses.
content::Result<Calibration> calibrate(std::span<const TouchPair> pairs);

// Finite, between half and double size in each direction (turned and mirrored panels exist), and
// the middle of the screen can be touched.
bool usable(const Calibration& calibration);

// Six numbers in the order of the struct, between spaces. Malformed: not six plain numbers;
// Invalid: not usable().
std::string to_text(const Calibration& calibration);
content::Result<Calibration> calibration_from(std::string_view text);

}  // namespace kiosk
