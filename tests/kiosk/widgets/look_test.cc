#include "kiosk/widgets/look.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("on the 22-inch panel the look's numbers come out as pixels") {
  const Look look{};
  CHECK(look.px(984) == 984);
  CHECK(look.px(482) == 482);
  CHECK(look.margin() == 48);
  CHECK(look.em(Type::S) == doctest::Approx(41));
  CHECK(look.em(Type::XXL) == doctest::Approx(108));
  CHECK(Look{.text_size = TextSize::Plus3}.em(Type::S) == doctest::Approx(82));
  CHECK(Look{.text_size = TextSize::Plus3}.em(Type::Caption) == doctest::Approx(54));
}

TEST_CASE("on another panel they are the same millimetres") {
  const Look look{.panel = {.size = {1920, 3840}, .px_per_mm = 7.884}};
  CHECK(look.margin() == 96);
  CHECK(look.em(Type::S) == doctest::Approx(82));
  CHECK(look.smallest_target() == 118);
}

TEST_CASE("a panel that hangs higher has its first target lower") {
  CHECK(Look{}.reach_row() == 67);
  CHECK(Look{.panel = {.bottom_mm = 850}}.reach_row() == 461);
  CHECK(Look{.panel = {.size = {1920, 1080}}}.reach_row() == 0);
}

TEST_CASE("contrast themes have thicker outlines") {
  CHECK(Look{}.outline() == 2);
  CHECK(Look{.theme = Theme::ContrastDark}.outline() == 4);
  CHECK(Look{.theme = Theme::ContrastDark}.lower_edge() == 8);
}
