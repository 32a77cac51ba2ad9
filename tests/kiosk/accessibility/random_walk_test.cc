// A hand that means nothing finds no crash, no trap and nothing left of whoever was there before.
#include "tools/random_walk.h"

#include <doctest/doctest.h>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/widgets/redraw.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

// Ten thousand where sanitizers watch; without them the way there is enough.
#ifdef __SANITIZE_ADDRESS__
constexpr long steps = 10'000;
#else
constexpr long steps = 1'500;
#endif

// A quarter of the panel's pixels: the same boxes, less to blend.
const Panel small{.size = {270, 480}, .px_per_mm = 0.9855};

std::unique_ptr<PageCanvas> open(const TextEngine& text) {
  auto canvas = PageCanvas::open(small.size, text.fonts());
  REQUIRE(canvas);
  return std::move(*canvas);
}

}  // namespace

TEST_SUITE("random walk") {
  TEST_CASE("drawn for real: every session ends as it began, and few touches do nothing") {
    Stage stage;
    const auto screen = open(*stage.text);
    const auto whole = open(*stage.text);
    Shown shown(small.size);
    long scenes = 0;
    long differ = 0;
    const auto show = [&](const Scene& scene, const Session& session) {
      const Look look{small, session.theme, session.text_size, session.low_reach};
      redraw(scene.root, scene.ground, look, {}, *screen, shown);
      if (++scenes % 40 != 0)
        return;
      whole->fill(scene.root.rect, scene.ground);
      draw(scene.root, *whole, look);
      differ += screen->surface().pixels() == whole->surface().pixels() ? 0 : 1;
    };
    const auto report =
        walk_at_random(stage.library, *stage.text, stage.moment,
                       {.steps = steps, .seed = 7, .panel = small, .typed = "ü", .show = show});
    CHECK(report.steps == steps);
    CHECK(scenes > steps / 3);
    CHECK(differ == 0);
    CHECK(report.sessions > 20);
    CHECK(report.left_dirty == 0);
    CHECK(report.idle_share() < 0.05);
    CHECK(report.screens.size() > 20);
  }
}
