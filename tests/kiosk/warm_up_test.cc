#include "kiosk/warm_up.h"

#include <doctest/doctest.h>

#include "tests/fixtures/open_fonts.h"
#include "tests/fixtures/sample_library.h"

using namespace kiosk;

namespace {

struct Hall {
  // A visitor of this language at a topic.
  void visit(const std::string& language) {
    Session session;
    session.language = language;
    session.trail = {{ScreenKind::Home, {}, 0}, {ScreenKind::Topic, "anmelden", 0}};
    make_scene(session, library, moment, panel, *text);
  }
  int warm_up() {
    WarmUp warm_up(library);
    int steps = 0;
    for (; !warm_up.over(); ++steps)
      warm_up.step(library, *text, panel, moment);
    return steps;
  }

  SampleLibrary library;
  std::unique_ptr<TextEngine> text =
      std::move(*TextEngine::open(BINARY_DIR "/share/wegweiser/fonts"));
  Panel panel{.size = {540, 960}, .px_per_mm = 1.971};
  Moment moment{.today = {2026, 11, 23}};
};

}  // namespace

TEST_SUITE("warm-up") {
  TEST_CASE("after it no language opens another font, and no paragraph of it is kept") {
    Hall hall;
    CHECK(hall.warm_up() > 4 * static_cast<int>(hall.library.languages().size()));
    CHECK(hall.text->kept() == 0);
    const auto warm = open_fonts();
    CHECK(warm.size() > 2);
    for (const content::Language& language : hall.library.languages())
      hall.visit(language.tag);
    CHECK(open_fonts() == warm);
  }

  TEST_CASE("without it the first visitor of a language does") {
    Hall hall;
    hall.visit("de");
    const auto german = open_fonts();
    hall.visit("ar");
    CHECK(open_fonts().size() > german.size());
  }
}
