#include "kiosk/geometry/calibration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kiosk {
namespace {

constexpr double residue_limit = 0.02;
// Taps that lie closer to their best line than this (standard deviation) say nothing across it.
constexpr double least_spread = 0.05;
constexpr double least_scale = 0.5;
constexpr double most_scale = 2;

constexpr std::array<Point2, 5> crosses{
    {{0.1, 0.1}, {0.9, 0.1}, {0.5, 0.5}, {0.1, 0.9}, {0.9, 0.9}}};

content::Failure unfit(std::string why) {
  return {content::Refusal::Invalid, "calibration: " + std::move(why)};
}

// The two scales of a linear map, the smaller first: its singular values.
std::array<double, 2> scales(double xx, double xy, double yx, double yy) {
  const double sum = std::hypot(xx + yy, yx - xy);
  const double difference = std::hypot(xx - yy, yx + xy);
  return {std::abs(sum - difference) / 2, (sum + difference) / 2};
}

std::array<double, 6> numbers(const Calibration& c) {
  return {c.xx, c.xy, c.x0, c.yx, c.yy, c.y0};
}

}  // namespace

Point2 share_of(Pixel screen_point, Size screen) {
  return {(screen_point.x + 0.5) / screen.width, (screen_point.y + 0.5) / screen.height};
}

Point2 apply(const Calibration& c, Point2 touched) {
  return {c.xx * touched.x + c.xy * touched.y + c.x0, c.yx * touched.x + c.yy * touched.y + c.y0};
}

std::span<const Point2> calibration_crosses() {
  return crosses;
}

content::Result<Calibration> calibrate(std::span<const TouchPair> pairs) {
  if (pairs.size() < 4)
    return unfit("too few points");
  const auto count = static_cast<double>(pairs.size());
  Point2 wanted;
  Point2 touched;
  for (const TouchPair& pair : pairs) {
    wanted = {wanted.x + pair.wanted.x / count, wanted.y + pair.wanted.y / count};
    touched = {touched.x + pair.touched.x / count, touched.y + pair.touched.y / count};
  }
  // Around the middle of the taps, the offsets drop out of the normal equations.
  double sxx = 0;
  double sxy = 0;
  double syy = 0;
  Point2 to_x;
  Point2 to_y;
  for (const TouchPair& pair : pairs) {
    const Point2 from{pair.touched.x - touched.x, pair.touched.y - touched.y};
    const Point2 to{pair.wanted.x - wanted.x, pair.wanted.y - wanted.y};
    sxx += from.x * from.x;
    sxy += from.x * from.y;
    syy += from.y * from.y;
    to_x = {to_x.x + to.x * from.x, to_x.y + to.x * from.y};
    to_y = {to_y.x + to.y * from.x, to_y.y + to.y * from.y};
  }
  const double across = (sxx + syy - std::hypot(sxx - syy, 2 * sxy)) / 2;
  if (!(across / count >= least_spread * least_spread))  // also refuses NaN
    return unfit("the taps lie on a line");
  const double area = sxx * syy - sxy * sxy;
  Calibration best;
  best.xx = (to_x.x * syy - to_x.y * sxy) / area;
  best.xy = (to_x.y * sxx - to_x.x * sxy) / area;
  best.yx = (to_y.x * syy - to_y.y * sxy) / area;
  best.yy = (to_y.y * sxx - to_y.x * sxy) / area;
  best.x0 = wanted.x - best.xx * touched.x - best.xy * touched.y;
  best.y0 = wanted.y - best.yx * touched.x - best.yy * touched.y;
  for (const TouchPair& pair : pairs) {
    const Point2 reached = apply(best, pair.touched);
    if (!(std::hypot(reached.x - pair.wanted.x, reached.y - pair.wanted.y) <= residue_limit))
      return unfit("a tap was too far from its cross");
  }
  if (!usable(best))
    return unfit("the panel's range is too wrong");
  return best;
}

bool usable(const Calibration& c) {
  const auto all = numbers(c);
  if (!std::all_of(all.begin(), all.end(), [](double number) { return std::isfinite(number); }))
    return false;
  const auto [least, most] = scales(c.xx, c.xy, c.yx, c.yy);
  if (!(least >= least_scale && most <= most_scale))
    return false;
  const double area = c.xx * c.yy - c.xy * c.yx;  // not 0: a product of the two scales
  const Point2 from{0.5 - c.x0, 0.5 - c.y0};
  const Point2 middle{(c.yy * from.x - c.xy * from.y) / area,
                      (c.xx * from.y - c.yx * from.x) / area};
  return middle.x >= 0 && middle.x <= 1 && middle.y >= 0 && middle.y <= 1;
}

std::string to_text(const Calibration& calibration) {
  std::string text;
  for (const double number : numbers(calibration)) {
    // A millionth of the screen is less than a pixel of any panel.
    constexpr int places = 6;
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                   std::chars_format::fixed, places);
    text += (text.empty() ? "" : " ") + std::string(digits.data(), end.ptr);
  }
  return text;
}

content::Result<Calibration> calibration_from(std::string_view text) {
  const content::Failure malformed{content::Refusal::Malformed,
                                   "calibration: not six numbers between spaces"};
  std::array<double, 6> read{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (i > 0 && (at == end || *at != ' '))
      return malformed;
    while (at != end && *at == ' ')
      ++at;
    const auto [after, error] = std::from_chars(at, end, read[i], std::chars_format::fixed);
    if (error != std::errc{})
      return malformed;
    at = after;
  }
  if (at != end)
    return malformed;
  const Calibration calibration{read[0], read[1], read[2], read[3], read[4], read[5]};
  if (!usable(calibration))
    return unfit("the six numbers put keys out of reach");
  return calibration;
}

}  // namespace kiosk
