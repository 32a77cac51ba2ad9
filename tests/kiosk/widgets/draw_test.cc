#include "kiosk/widgets/draw.h"

#include <doctest/doctest.h>

#include "kiosk/canvas/recording_canvas.h"
#include "kiosk/widgets/hit.h"
#include "kiosk/widgets/key.h"

using namespace kiosk;

namespace {

Box screen_with(const Look& look, Rank rank = Rank::Plain) {
  Box root;
  root.rect = {0, 0, 400, 300};
  Box one = key(look, "one", {ActionKind::OpenHome, {}}, {200, 100}, rank);
  one.children.push_back(pictogram(look, "home", 60, one.paint.foreground));
  root.children.push_back(std::move(one));
  return root;
}

std::string drawn(const Look& look, const KeyState& state, Rank rank = Rank::Plain) {
  RecordingCanvas canvas({400, 300});
  draw(screen_with(look, rank), canvas, look, state);
  return canvas.dump();
}

}  // namespace

TEST_CASE("a key is a rounded rectangle of edge with one of surface inset in it") {
  const std::string record = drawn({}, {});
  CHECK(record.find("0,0 200x100") != std::string::npos);
  CHECK(record.find("2,2 196x92") != std::string::npos);
}

TEST_CASE("a pressed key is ink, its drawing surface, a millimetre lower, its edge gone") {
  const Look look;
  const std::string record = drawn(look, {.pressed = "one"});
  CHECK(record.find("0,4 200x96") != std::string::npos);
  CHECK(record.find("2,2 196x92") == std::string::npos);
  CHECK(record.find("0,4 60x60") != std::string::npos);
  CHECK(record != drawn(look, {.pressed = "another"}));
}

TEST_CASE("the press of a key that is dark already is seen as well") {
  RecordingCanvas canvas({400, 300});
  const Look look;
  draw(screen_with(look, Rank::Main), canvas, look, {.pressed = "one"});
  RecordingCanvas expected({400, 300});
  expected.fill_rounded({0, 4, 200, 94}, look.radius(), look.colors().on_action);
  CHECK(canvas.dump().find(expected.dump()) == 0);
}

TEST_CASE("focus is three rings outside the key") {
  const std::string record = drawn({}, {.focused = "one"});
  CHECK(record.find("-4,-4 208x108") != std::string::npos);
  CHECK(record.find("-10,-10 220x120") != std::string::npos);
  CHECK(record.find("-14,-14 228x128") != std::string::npos);
}

TEST_CASE("a touch finds the topmost key, and nothing where there is none") {
  Box root = screen_with({});
  Box over = key({}, "over", {ActionKind::Continue, {}}, {100, 100});
  root.children.push_back(over);
  REQUIRE(hit(root, 50, 50) != nullptr);
  CHECK(hit(root, 50, 50)->name == "over");
  CHECK(hit(root, 150, 50)->name == "one");
  CHECK(hit(root, 300, 200) == nullptr);
  REQUIRE(find_key(root, "one") != nullptr);
  CHECK(find_key(root, "none") == nullptr);
}
