#include "kiosk/widgets/focus.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace kiosk;

namespace {

Box key(std::string name, Rect rect) {
  Box box;
  box.role = Role::Key;
  box.name = std::move(name);
  box.rect = rect;
  return box;
}

// Three rows: one wide key, three narrow ones, two.
Box page() {
  Box root;
  root.children = {key("field", {0, 0, 300, 50}),  key("a", {0, 60, 90, 50}),
                   key("b", {105, 60, 90, 50}),    key("c", {210, 60, 90, 50}),
                   key("left", {0, 120, 140, 50}), key("right", {160, 120, 140, 50})};
  return root;
}

std::string after(const std::string& from, Step step) {
  static const Box root = page();
  return focus_after(root, from, step)->name;
}

}  // namespace

TEST_CASE("the focus goes round in reading order, forward and back") {
  CHECK(after("", Step::Next) == "field");
  CHECK(after("", Step::Previous) == "right");
  CHECK(after("field", Step::Next) == "a");
  CHECK(after("right", Step::Next) == "field");
  CHECK(after("field", Step::Previous) == "right");
  CHECK(after("gone", Step::Next) == "field");
}

TEST_CASE("up and down go to what lies nearest in the row beside, and round the page") {
  CHECK(after("field", Step::Down) == "b");
  CHECK(after("a", Step::Down) == "left");
  CHECK(after("c", Step::Down) == "right");
  CHECK(after("right", Step::Down) == "field");
  CHECK(after("left", Step::Up) == "a");
  CHECK(after("c", Step::Up) == "field");
  CHECK(after("field", Step::Up) == "left");
}

TEST_CASE("a page without keys has no focus, one with a single key keeps it") {
  Box root;
  CHECK(focus_after(root, "", Step::Next) == nullptr);
  root.children = {key("only", {0, 0, 10, 10})};
  for (const Step step : {Step::Next, Step::Previous, Step::Up, Step::Down})
    CHECK(focus_after(root, "only", step)->name == "only");
}
