#include "kiosk/presenter.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <vector>

#include "kiosk/canvas/glyphs_ahead.h"
#include "kiosk/widgets/draw.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr WallTime wall{{2026, 11, 23}, 10, 24, 1h};

// A presenter with a window that nobody sees, and a page on it.
struct Shop {
  Shop() {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    auto opened = Window::open({.title = "presenter", .size = upright.size});
    unsetenv("SDL_VIDEODRIVER");
    REQUIRE(opened);
    window = std::move(*opened);
    presenter = std::make_unique<Presenter>(*window, upright, Notice{});
    REQUIRE(presenter->use_fonts(stage.text->fonts()));
    page = stage.scene("topic:anmelden", "de", upright);
    presenter->show({.scene = &page, .scene_number = 1}, wall, 0s);
  }
  std::vector<GlyphPlace> glyphs_of(const std::string& screen) {
    GlyphsAhead ahead(upright.size);
    draw(stage.scene(screen, "ar", upright).root, ahead, {upright});
    return ahead.take();
  }

  Stage stage;
  std::unique_ptr<Window> window;
  std::unique_ptr<Presenter> presenter;
  Scene page;
};

// A pixel of the one window there is.
Color shown_at(int x, int y) {
  for (Uint32 id = 1; id < 1000; ++id)
    if (SDL_Window* window = SDL_GetWindowFromID(id)) {
      const SDL_Surface* screen = SDL_GetWindowSurface(window);
      const auto* row = static_cast<const std::uint8_t*>(screen->pixels) +
                        static_cast<std::ptrdiff_t>(y) * screen->pitch;
      Color color;
      SDL_GetRGB(reinterpret_cast<const Uint32*>(row)[x], screen->format, &color.red, &color.green,
                 &color.blue);
      return color;
    }
  throw std::runtime_error("no window");
}

}  // namespace

TEST_CASE("glyphs of the next page are made a few at a time, and then nothing is due") {
  Shop shop;
  const View view{.scene = &shop.page, .scene_number = 1};
  CHECK_FALSE(shop.presenter->due(5s));
  const auto pictures = shop.presenter->pictures();
  const auto glyphs = shop.glyphs_of("topic:anmelden");
  REQUIRE(glyphs.size() > 50);
  shop.presenter->expect(glyphs);
  std::size_t looks = 0;
  for (; shop.presenter->due(5s); ++looks) {
    REQUIRE(*shop.presenter->due(5s) == 5s);
    shop.presenter->show(view, wall, 5s);
  }
  CHECK(looks >= glyphs.size() / 8);
  CHECK(looks <= glyphs.size() / 8 + 1);
  CHECK(shop.presenter->pictures() == pictures);
}

TEST_CASE("glyphs that nobody will need are not waited for: out of service, or the visitor gone") {
  Shop shop;
  shop.presenter->expect(shop.glyphs_of("home"));
  REQUIRE(shop.presenter->due(5s));
  const Trouble trouble{"W-10", "no bundle"};
  shop.presenter->show({.trouble = &trouble}, wall, 5s);
  CHECK_FALSE(shop.presenter->due(5s));
  shop.presenter->show({.scene = &shop.page, .scene_number = 2}, wall, 6s);
  shop.presenter->expect(shop.glyphs_of("home"));
  REQUIRE(shop.presenter->due(7s));
  shop.presenter->forget();
  CHECK_FALSE(shop.presenter->due(7s));
}

TEST_CASE("asleep the screen is black and lives; woken it shows the whole page at once") {
  Shop shop;
  const auto before = shop.presenter->pictures();
  shop.presenter->show({.scene = &shop.page, .scene_number = 1, .asleep = true}, wall, 5s);
  CHECK(shop.presenter->pictures() == before + 1);
  CHECK(shown_at(500, 700) == Color{0, 0, 0});
  // The minute changes behind it: nothing is drawn. A sign of life is a picture all the same.
  shop.presenter->show({.scene = &shop.page, .scene_number = 2, .fades = true, .asleep = true},
                       wall, 6s);
  CHECK(shop.presenter->pictures() == before + 1);
  CHECK_FALSE(shop.presenter->due(6s));
  shop.presenter->show_sign_of_life();
  shop.presenter->exposed();
  CHECK(shop.presenter->pictures() == before + 3);
  CHECK(shown_at(0, 0) == Color{0, 0, 0});
  shop.presenter->show({.scene = &shop.page, .scene_number = 3, .fades = true}, wall, 7s);
  CHECK(shop.presenter->pictures() == before + 4);
  CHECK_FALSE(shop.presenter->due(7s));
  CHECK(shown_at(1079, 0) == shop.page.ground);
}

TEST_CASE(
    "greetings that come faster than they can be drawn are seen all the same, without fading") {
  Shop shop;
  Scene other = shop.stage.scene("topic:anmelden", "ar", upright);
  const auto before = shop.presenter->pictures();
  std::uint64_t number = 1;
  for (Instant now = 5s; now < 45s; now += 5s) {
    ++number;
    const Scene& next = number % 2 == 0 ? other : shop.page;
    shop.presenter->show({.scene = &next, .scene_number = number, .fades = true}, wall, now);
  }
  CHECK(shop.presenter->pictures() == before + 4);  // every other one is cut short by the next
  CHECK_FALSE(shop.presenter->due(45s));
}
