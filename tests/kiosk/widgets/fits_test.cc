// A planted misfit of each kind is found, and a sound tree has none.
#include "kiosk/widgets/fits.h"

#include <doctest/doctest.h>

#include "kiosk/widgets/dump.h"
#include "kiosk/widgets/key.h"

using namespace kiosk;

namespace {

Box text(Rect rect, float width, float height, int missing = 0) {
  Box box;
  box.role = Role::Text;
  box.name = "words";
  box.spoken = "words";
  box.rect = rect;
  Paragraph paragraph;
  paragraph.lines.push_back({.start = 0, .end = 5, .height = height, .width = width});
  paragraph.width = width;
  paragraph.height = height;
  paragraph.missing = missing;
  box.paint.text = paragraph;
  box.paint.text_x = static_cast<float>(rect.x);
  box.paint.text_y = static_cast<float>(rect.y);
  return box;
}

Box screen(std::vector<Box> children) {
  Box root;
  root.name = "screen";
  root.rect = {0, 0, 1080, 1920};
  root.children = std::move(children);
  return root;
}

Box placed_key(const char* name, Rect rect) {
  Box box = key({}, name, {ActionKind::OpenHome, {}}, {rect.width, rect.height});
  box.rect = rect;
  return box;
}

std::size_t count(std::vector<Box> children) {
  return misfits(screen(std::move(children)), {}).size();
}

}  // namespace

TEST_CASE("a sound screen has no misfits") {
  CHECK(count({placed_key("one", {48, 300, 200, 100}), text({48, 500, 300, 60}, 280, 57)}) == 0);
}

TEST_CASE("each misfit is found") {
  CHECK(count({text({48, 500, 300, 60}, 320, 57)}) == 1);        // wider than its box
  CHECK(count({text({48, 500, 300, 60}, 280, 80)}) == 1);        // higher
  CHECK(count({text({48, 500, 300, 60}, 280, 57, 2)}) == 1);     // missing glyphs
  CHECK(count({text({900, 500, 300, 60}, 280, 57)}) == 1);       // off the glass
  CHECK(count({placed_key("small", {48, 300, 50, 100})}) == 1);  // under 15 mm
  CHECK(count({placed_key("high", {48, 10, 200, 100})}) == 1);   // over 1220 mm
  CHECK(count({placed_key("a", {48, 300, 200, 100}), placed_key("b", {200, 350, 200, 100})}) == 1);
  CHECK(count({text({48, 500, 300, 60}, 280, 57), text({48, 530, 300, 60}, 280, 57)}) == 1);
  Box dead = placed_key("dead", {48, 300, 200, 100});
  dead.action = {};
  CHECK(count({dead}) == 1);
}

TEST_CASE("what a dialog covers does not count as overlapping it") {
  Box scrim = placed_key("scrim", {0, 0, 1080, 1920});
  CHECK(count({placed_key("below", {48, 300, 200, 100}), scrim,
               placed_key("above", {48, 300, 200, 100})}) == 0);
}

TEST_CASE("a dump names what there is, where, what it does and what it says") {
  const std::string dumped =
      dump(screen({placed_key("one", {48, 300, 200, 100}), text({48, 500, 300, 60}, 280, 57)}));
  CHECK(dumped ==
        "group screen  0,0 1080x1920\n"
        "  key one  48,300 200x100  -> open-home\n"
        "  text words  48,500 300x60\n"
        "    | words  [48..328]\n");
}
