// A hand that means nothing finds no crash, no trap and nothing left of whoever was there before.
#include "tools/random_walk.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "content-engine/store/files.h"
#include "kiosk/canvas/page_canvas.h"
#include "kiosk/counting.h"
#include "kiosk/widgets/draw.h"
#include "tests/fixtures/temporary_folder.h"
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

  TEST_CASE("a canary word that everybody types is in no file and no count [R34]") {
    Stage stage;
    TemporaryFolder folder;
    content::DiskFiles files;
    Counting counting(files, folder.path(), Instant{0});
    long counted = 0;
    const auto count = [&](const std::vector<content::Doing>& doings, const Moment& moment) {
      counted += static_cast<long>(doings.size());
      counting.take({.moment = moment, .doings = doings}, stage.library, Instant{0});
      counting.write(moment.today);
    };
    const auto report =
        walk_at_random(stage.library, *stage.text, stage.moment,
                       {.steps = 2500, .seed = 11, .typed = "kanarienvogel", .count = count});
    CHECK(report.sessions > 40);
    CHECK(counted > 100);
    CHECK(report.left_dirty == 0);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
      const auto bytes = content::read_file(entry.path(), 1 << 20);
      REQUIRE(bytes);
      CHECK(bytes->find("kanarien") == std::string::npos);
      CHECK(entry.path().string().find("kanarien") == std::string::npos);
    }
  }
}
