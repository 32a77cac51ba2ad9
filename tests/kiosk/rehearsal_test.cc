#include "kiosk/rehearsal.h"

#include <doctest/doctest.h>

#include "tests/fixtures/sample_library.h"

using namespace kiosk;

namespace {

struct Theatre {
  content::Result<Rehearsed> play(const std::function<bool()>& give_up = [] { return false; }) {
    return rehearse(library, *text, panel, moment, give_up);
  }

  SampleLibrary library;
  std::unique_ptr<TextEngine> text =
      std::move(*TextEngine::open(BINARY_DIR "/share/wegweiser/fonts"));
  Panel panel{.size = {540, 960}, .px_per_mm = 1.971};
  Moment moment{.today = {2026, 11, 23}};
};

}  // namespace

TEST_SUITE("rehearsal") {
  TEST_CASE("pages of every language are drawn, and nothing of them is kept") {
    Theatre theatre;
    int asked = 0;
    const auto played = theatre.play([&] {
      ++asked;
      return false;
    });
    REQUIRE(played);
    CHECK(*played == Rehearsed::Drawn);
    CHECK(asked > 3 * static_cast<int>(theatre.library.languages().size()));
    CHECK(theatre.text->kept() == 0);
  }

  TEST_CASE("it can be given up before every page") {
    Theatre theatre;
    for (int pages = 0; pages < 9; ++pages) {
      int left = pages;
      const auto played = theatre.play([&] { return left-- == 0; });
      REQUIRE(played);
      CHECK(*played == Rehearsed::GivenUp);
      CHECK(left == -1);  // not one page more
    }
  }

  TEST_CASE("a home that leads nowhere does not pass") {
    Theatre theatre;
    theatre.library.situations_.clear();
    const auto played = theatre.play();
    REQUIRE_FALSE(played);
    CHECK(played.failure().message.find("home in ") == 0);
  }
}
