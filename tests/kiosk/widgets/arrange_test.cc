#include "kiosk/widgets/arrange.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Box box(std::string name, Rect rect, std::string pictogram = {}) {
  Box result;
  result.name = std::move(name);
  result.rect = rect;
  result.paint.pictogram = std::move(pictogram);
  return result;
}

}  // namespace

TEST_CASE("children move with their box") {
  Box parent = box("parent", {0, 0, 100, 50});
  parent.children.push_back(box("child", {10, 5, 20, 20}));
  const Box placed = moved(parent, 30, 40);
  CHECK(placed.rect == Rect{30, 40, 100, 50});
  CHECK(placed.children[0].rect == Rect{40, 45, 20, 20});
}

TEST_CASE("a group is as large as what it holds") {
  const Box both = group("both", {box("a", {10, 10, 5, 5}), box("b", {20, 0, 30, 40})});
  CHECK(both.rect == Rect{10, 0, 40, 40});
  CHECK(group("none", {}).rect == Rect{});
}

TEST_CASE("start is left in one direction and right in the other [R17]") {
  const Box turned = mirrored(box("tile", {48, 10, 482, 162}), 1080);
  CHECK(turned.rect == Rect{550, 10, 482, 162});
  CHECK(mirrored(turned, 1080) == box("tile", {48, 10, 482, 162}));
}

TEST_CASE("what points a way turns with the page, a clock does not") {
  CHECK(mirrored(box("next", {0, 0, 10, 10}, "next"), 100).paint.mirror == Mirror::Yes);
  CHECK(mirrored(box("clock", {0, 0, 10, 10}, "clock"), 100).paint.mirror == Mirror::No);
  CHECK(flips("leave-now"));
  CHECK_FALSE(flips("a-new-in-herne"));
}

TEST_CASE("columns leave no pixel over") {
  const auto bar = columns(1032, 5, 20);
  CHECK(bar.front() == Column{0, 190});
  CHECK(bar.back().start + bar.back().width == 1032);
  CHECK(columns(984, 2, 20) == std::vector<Column>{{0, 482}, {502, 482}});
}
