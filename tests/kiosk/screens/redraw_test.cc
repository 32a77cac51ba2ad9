#include "kiosk/widgets/redraw.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "kiosk/widgets/hit.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

// A screen that is only ever repainted, beside one that is painted whole.
struct Screens {
  Screens(Stage& stage, const Panel& on)
      : panel(on), repainted(open(stage)), whole(open(stage)), shown(on.size) {}

  std::unique_ptr<PageCanvas> open(Stage& stage) const {
    auto opened = PageCanvas::open(panel.size, stage.text->fonts());
    REQUIRE(opened);
    return std::move(*opened);
  }
  // The parts that were painted.
  std::vector<Rect> show(const Scene& scene, const KeyState& keys = {},
                         Theme theme = Theme::Light) {
    const Look look{panel, theme};
    auto parts = redraw(scene.root, scene.ground, look, keys, *repainted, shown);
    whole->fill({0, 0, panel.size.width, panel.size.height}, scene.ground);
    draw(scene.root, *whole, look, keys);
    CHECK(repainted->surface().pixels() == whole->surface().pixels());
    return parts;
  }

  Panel panel;
  std::unique_ptr<PageCanvas> repainted;
  std::unique_ptr<PageCanvas> whole;
  Shown shown;
};

}  // namespace

TEST_CASE("from any screen to any other, what is repainted is the whole difference") {
  Stage stage;
  for (const char* language : {"de", "tr", "ar"}) {
    Screens screens(stage, language[0] == 't' ? across : upright);
    for (const char* screen : sample_screens) {
      CAPTURE(language);
      CAPTURE(screen);
      screens.show(stage.scene(screen, language, screens.panel));
      screens.show(stage.scene(screen, language, screens.panel, 2));
      screens.show(stage.scene(screen, language, screens.panel), {}, Theme::Dark);
    }
  }
}

TEST_CASE("a key that is pressed or has the focus is repainted with all that it draws around it") {
  Stage stage;
  Screens screens(stage, upright);
  const Scene home = stage.scene("home", "de", upright);
  screens.show(home);
  CHECK(screens.show(home).empty());
  for (const KeyState& keys :
       {KeyState{.pressed = "bar:language"}, KeyState{.focused = "bar:language"},
        KeyState{.pressed = "situation:neu-in-herne", .focused = "situation:neu-in-herne"},
        KeyState{}}) {
    const auto parts = screens.show(home, keys);
    CHECK_FALSE(parts.empty());
    std::int64_t painted = 0;
    for (const Rect& part : parts)
      painted += std::int64_t{part.width} * part.height;
    CHECK(painted < std::int64_t{1080} * 1920 / 4);
  }
}

TEST_CASE("turning a page repaints neither the bar nor the margins") {
  Stage stage;
  Screens screens(stage, upright);
  const Scene first = stage.scene("topic:anmelden", "de", upright);
  const Box* bar = find_key(first.root, "bar:home");
  REQUIRE(bar != nullptr);
  screens.show(first);
  const auto parts = screens.show(stage.scene("topic:anmelden", "de", upright, 2));
  CHECK_FALSE(parts.empty());
  for (const Rect& part : parts)
    CHECK(intersect(part, bar->rect).width * intersect(part, bar->rect).height == 0);
}
