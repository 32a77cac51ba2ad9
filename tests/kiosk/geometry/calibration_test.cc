#include "kiosk/geometry/calibration.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

using content::Refusal;
using kiosk::Calibration;
using kiosk::Point2;
using kiosk::TouchPair;

namespace {

double distance(Point2 a, Point2 b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// What a panel says that needs `cure`.
Point2 touched_on(const Calibration& cure, Point2 meant) {
  const double area = cure.xx * cure.yy - cure.xy * cure.yx;
  const Point2 from{meant.x - cure.x0, meant.y - cure.y0};
  return {(cure.yy * from.x - cure.xy * from.y) / area,
          (cure.xx * from.y - cure.yx * from.x) / area};
}

std::vector<TouchPair> five(const Calibration& cure) {
  std::vector<TouchPair> pairs;
  for (const Point2 cross : kiosk::calibration_crosses())
    pairs.push_back({cross, touched_on(cure, cross)});
  return pairs;
}

}  // namespace

TEST_SUITE("geometry/calibration") {
  TEST_CASE("without calibration a touch stays where it was") {
    CHECK(kiosk::apply({}, {0.25, 0.75}) == Point2{0.25, 0.75});
    CHECK(kiosk::share_of({0, 1919}, {1080, 1920}) == Point2{0.5 / 1080, 1919.5 / 1920});
  }

  TEST_CASE("five taps put right a panel of any mounting and range") {
    for (const Calibration& cure : {
             Calibration{}, Calibration{1.1, 0, -0.04, 0, 0.92, 0.03},  // a wrong range
             Calibration{-1, 0, 1, 0, -1, 1},                           // upside down
             Calibration{0, -1, 1, 1, 0, 0},                            // a quarter turned
             Calibration{0, 1, 0, 1, 0, 0},                             // its axes exchanged
             Calibration{-1, 0, 1, 0, 1, 0},                            // mirrored
             Calibration{1.02, 0.03, 0, -0.02, 0.99, 0.01}              // glued on askew
         }) {
      const auto found = kiosk::calibrate(five(cure));
      REQUIRE(found);
      for (const Point2 meant : {Point2{0, 0}, {1, 0}, {0.3, 0.7}, {1, 1}})
        CHECK(distance(kiosk::apply(*found, touched_on(cure, meant)), meant) < 1e-9);
    }
  }

  TEST_CASE("fingers that tremble by half a percent are averaged out") {
    std::mt19937 chance(7);
    std::uniform_real_distribution<double> tremble(-0.005, 0.005);
    const Calibration cure{1.05, 0, -0.02, 0, 0.97, 0.01};
    for (int round = 0; round < 100; ++round) {
      auto pairs = five(cure);
      for (TouchPair& pair : pairs)
        pair.touched = {pair.touched.x + tremble(chance), pair.touched.y + tremble(chance)};
      const auto found = kiosk::calibrate(pairs);
      REQUIRE(found);
      CHECK(distance(kiosk::apply(*found, touched_on(cure, {0.5, 0.5})), {0.5, 0.5}) < 0.01);
    }
  }

  TEST_CASE("what is no calibration is refused") {
    const auto refused = [](const std::vector<TouchPair>& pairs) {
      const auto found = kiosk::calibrate(pairs);
      return !found && found.failure().refusal == Refusal::Invalid;
    };
    CHECK(refused({}));
    auto pairs = five({});
    pairs.resize(3);
    CHECK(refused(pairs));
    pairs = five({});
    for (TouchPair& pair : pairs)  // the controller knows one axis only
      pair.touched.x = pair.touched.y;
    CHECK(refused(pairs));
    for (TouchPair& pair : pairs)
      pair.touched = {0.4, 0.4};
    CHECK(refused(pairs));
    pairs = five({});
    pairs[1].touched.x -= 0.08;  // one cross missed
    CHECK(refused(pairs));
    CHECK(refused(five({2.2, 0, -0.6, 0, 1, 0})));
    CHECK(refused(five({0.4, 0, 0.3, 0, 1, 0})));
    pairs = five({});
    pairs[2].touched.y = std::numeric_limits<double>::quiet_NaN();
    CHECK(refused(pairs));
  }

  TEST_CASE("a matrix that takes the middle of the screen from the touching hand is not usable") {
    CHECK(kiosk::usable({}));
    CHECK(kiosk::usable({1, 0, 0.4, 0, 1, -0.4}));
    CHECK_FALSE(kiosk::usable({1, 0, 0.6, 0, 1, 0}));
    CHECK_FALSE(kiosk::usable({1, 0, 0, 0, 1, -0.6}));
    CHECK_FALSE(kiosk::usable({1, 1, 0, 1, 1, 0}));
    CHECK_FALSE(kiosk::usable({0, 0, 0.5, 0, 0, 0.5}));
    CHECK_FALSE(kiosk::usable({1, 0, std::numeric_limits<double>::infinity(), 0, 1, 0}));
  }

  TEST_CASE("six numbers as text and back") {
    const Calibration calibration{1.1, -0.025, -0.04, 0.000001, 0.92, 0.03};
    CHECK(kiosk::to_text(calibration) == "1.100000 -0.025000 -0.040000 0.000001 0.920000 0.030000");
    const auto back = kiosk::calibration_from(kiosk::to_text(calibration));
    REQUIRE(back);
    CHECK(*back == calibration);
    CHECK(*kiosk::calibration_from("1 0  0 0 1 0") == Calibration{});
  }

  TEST_CASE("other text is no calibration") {
    const auto refusal = [](std::string_view text) {
      const auto read = kiosk::calibration_from(text);
      REQUIRE_FALSE(read);
      return read.failure().refusal;
    };
    for (const char* text : {"", "1", "1 0 0 0 1", "1 0 0 0 1 0 0", "1 0 0 0 1 x", "1,0,0,0,1,0",
                             "1 0 0 0 1 0 ", "1 0 0 0 1e0 0"})
      CHECK_MESSAGE(refusal(text) == Refusal::Malformed, text);
    for (const char* text : {"0 0 0 0 0 0", "nan 0 0 0 1 0", "1 0 inf 0 1 0", "9 0 0 0 9 0"})
      CHECK_MESSAGE(refusal(text) == Refusal::Invalid, text);
  }
}
