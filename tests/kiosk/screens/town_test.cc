// content/herne on the glass: every page of every screen in every language, upright and across.
// What editors write and translators lengthen is what breaks a layout, not a sample.
#include <doctest/doctest.h>

#include <array>

#include "content-engine/compile/compile.h"
#include "content-engine/reader/library.h"
#include "kiosk/widgets/fits.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/kiosk/screens/stage.h"
#include "tools/standpoint.h"
#include "tools/tour.h"

using namespace kiosk;

namespace {

constexpr content::Date edition{2026, 11, 23};

struct Town {
  Town() {
    const auto file = folder.path() / "town.bundle";
    const auto compiled = content::compile(SOURCE_DIR "/content/herne", file, edition, *stage.text);
    REQUIRE(compiled);
    REQUIRE_FALSE(compiled->sha256.empty());
    auto opened = content::Library::open(file);
    REQUIRE(opened);
    library = *std::move(opened);
  }

  TemporaryFolder folder;
  Stage stage;
  std::unique_ptr<content::Library> library;
};

}  // namespace

TEST_CASE("everything of content/herne fits, in every language [R17]") {
  Town town;
  for (const content::Language& language : town.library->languages())
    for (const std::string& screen : screens_of(*town.library, language.tag))
      for (const Panel& panel : {upright, across})
        for (int page = 1, pages = 1; page <= pages; ++page) {
          const auto stand = standpoint(screen, language.tag, page);
          REQUIRE(stand);
          Moment moment = town.stage.moment;
          moment.idle_seconds_left = stand->idle_seconds_left;
          const Scene scene =
              make_scene(stand->session, *town.library, moment, panel, *town.stage.text);
          pages = scene.pages;
          for (const std::string& line : misfits(scene.root, {.panel = panel}))
            FAIL_CHECK(screen << " " << language.tag << " " << panel.size.width << " page " << page
                              << ": " << line);
        }
}
