#include "kiosk/geometry/rotation.h"

#include <doctest/doctest.h>

#include <initializer_list>

using kiosk::Pixel;
using kiosk::Rect;
using kiosk::Rotation;
using kiosk::Size;

TEST_SUITE("geometry/rotation") {
  TEST_CASE("a quarter turn clockwise takes the page's top left corner to the right") {
    const Size screen{1920, 1080};
    CHECK(kiosk::turned(screen, Rotation::Quarter) == Size{1080, 1920});
    CHECK(kiosk::to_screen({0, 0, 10, 20}, screen, Rotation::Quarter) == Rect{1900, 0, 20, 10});
    CHECK(kiosk::to_page({1919, 0}, screen, Rotation::Quarter) == Pixel{0, 0});
    CHECK(kiosk::to_page({0, 0}, screen, Rotation::Quarter) == Pixel{0, 1919});
  }

  TEST_CASE("a touch finds the pixel that was presented there, for every turn and corner") {
    const Size screen{40, 30};
    for (const auto rotation :
         {Rotation::None, Rotation::Quarter, Rotation::Half, Rotation::ThreeQuarters}) {
      const Size page = kiosk::turned(screen, rotation);
      for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x) {
          const Rect shown = kiosk::to_screen({x, y, 1, 1}, screen, rotation);
          CHECK(Rect{0, 0, screen.width, screen.height}.contains(shown));
          CHECK(kiosk::to_page({shown.x, shown.y}, screen, rotation) == Pixel{x, y});
        }
    }
  }
}
