// A hand that means nothing finds no crash, no trap and nothing left of whoever was there before.
#include "tools/random_walk.h"

#include <doctest/doctest.h>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/widgets/draw.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

TEST_SUITE("random walk") {
  TEST_CASE("drawn for real: every session ends as it began, and few touches do nothing") {
    Stage stage;
    // A quarter of the panel's pixels: the same boxes, less to blend.
    const Panel small{.size = {270, 480}, .px_per_mm = 0.9855};
    auto canvas = PageCanvas::open(small.size, stage.text->fonts());
    REQUIRE(canvas);
    const auto show = [&](const Scene& scene, const Session& session) {
      (*canvas)->fill(scene.root.rect, scene.ground);
      draw(scene.root, **canvas, {small, session.theme, session.text_size, session.low_reach});
    };
    const auto report =
        walk_at_random(stage.library, *stage.text, stage.moment,
                       {.steps = 1500, .seed = 7, .panel = small, .typed = "ü", .show = show});
    CHECK(report.steps == 1500);
    CHECK(report.sessions > 20);
    CHECK(report.left_dirty == 0);
    CHECK(report.idle_share() < 0.05);
    CHECK(report.screens.size() > 20);
  }
}
