#include "kiosk/screens/drift.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "kiosk/accessibility/examine.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

const Box* find_box(const Box& box, const std::string& name) {
  if (box.name == name)
    return &box;
  for (const Box& child : box.children)
    if (const Box* found = find_box(child, name))
      return found;
  return nullptr;
}

}  // namespace

TEST_SUITE("screens/drift") {
  TEST_CASE("wherever the first screen has wandered to, nothing is clipped and every rule holds") {
    Stage stage;
    for (const Panel& panel : {upright, across})
      for (const Theme theme : {Theme::Light, Theme::ContrastDark})
        for (const TextSize size : {TextSize::Normal, TextSize::Plus3}) {
          Session session;
          session.theme = theme;
          session.text_size = size;  // she who chose it may find it a step aside
          for (stage.moment.drift = 0; stage.moment.drift < drift_steps; ++stage.moment.drift) {
            const Scene scene = stage.scene(session, panel);
            INFO(panel.size.width << " step " << stage.moment.drift);
            for (const Violation& violation :
                 examine(scene, {panel, theme, size}, session).violations)
              FAIL_CHECK(violation.what);
          }
        }
  }

  TEST_CASE("all of it wanders, up to a third of its margin, and comes back") {
    Stage stage;
    const auto place_of = [&](const char* name) {
      return find_box(stage.scene({}).root, name)->rect;
    };
    for (const char* name : {"language:ar", "bar:emergency", "greeting"}) {
      INFO(name);
      stage.moment.drift = 0;
      const Rect home = place_of(name);
      std::set<std::pair<int, int>> places;
      int furthest_along = 0;
      int furthest_down = 0;
      Rect before = home;
      for (stage.moment.drift = 1; stage.moment.drift <= drift_steps; ++stage.moment.drift) {
        const Rect here = place_of(name);
        CHECK(Size{here.width, here.height} == Size{home.width, home.height});
        CHECK(std::hypot(here.x - before.x, here.y - before.y) <= 4);
        places.insert({here.x, here.y});
        furthest_along = std::max(furthest_along, std::abs(here.x - home.x));
        furthest_down = std::max(furthest_down, std::abs(here.y - home.y));
        before = here;
      }
      CHECK(before == home);
      CHECK(furthest_along == 8);
      CHECK(furthest_down == 8);
      CHECK(places.size() > 24);
    }
    stage.moment.drift = 4;
    CHECK(place_of("bar").x == 0);
    CHECK(place_of("bar").width == 1080);
    CHECK(place_of("bar").bottom() == 1920);
  }

  TEST_CASE("no other screen moves") {
    Stage stage;
    for (const char* screen : {"languages", "home", "topic:anmelden"}) {
      stage.moment.drift = 0;
      const Scene home = stage.scene(screen, "de", upright);
      stage.moment.drift = 8;
      CHECK(stage.scene(screen, "de", upright) == home);
    }
  }
}
