#include "kiosk/canvas/damage.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("neighbours are joined, strangers stay apart, nothing is forgotten") {
  Damage damage;
  damage.add({0, 0, 10, 10});
  damage.add({10, 0, 10, 10});
  damage.add({2, 2, 3, 3});
  damage.add({500, 500, 10, 10});
  damage.add({7, 7, 0, 5});
  CHECK(damage.take() == std::vector<Rect>{{0, 0, 20, 10}, {500, 500, 10, 10}});
  CHECK(damage.take().empty());
}

TEST_CASE("many scattered parts become one, so presenting stays cheap") {
  Damage damage;
  for (int i = 0; i < 40; ++i) {
    damage.add({i * 100, i * 50, 4, 4});
  }
  const auto rects = damage.take();
  CHECK(rects.size() <= 16);
  for (int i = 0; i < 40; ++i) {
    bool held = false;
    for (const Rect& rect : rects) {
      held = held || rect.contains(Rect{i * 100, i * 50, 4, 4});
    }
    CHECK(held);
  }
}

TEST_CASE("rectangles that do not meet have an empty part in common") {
  CHECK(intersect({0, 0, 10, 10}, {20, 0, 5, 5}).width == 0);
  CHECK(intersect({0, 0, 10, 10}, {4, 6, 50, 50}) == Rect{4, 6, 6, 4});
  CHECK(unite({}, {1, 2, 3, 4}) == Rect{1, 2, 3, 4});
  CHECK(unite({0, 0, 1, 1}, {9, 9, 1, 1}) == Rect{0, 0, 10, 10});
}
