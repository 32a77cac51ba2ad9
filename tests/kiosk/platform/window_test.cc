// The two ways of a page to the screen: plain memory, and a texture of OpenGL ES where there is a
// graphics processor (here Mesa's, in software). Both show the same pixels.
#include "kiosk/platform/window.h"

#include <doctest/doctest.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>

#include "tests/fixtures/x_screen.h"

using namespace kiosk;

namespace {

constexpr Size screen{320, 240};

Surface page(Color corner) {
  Surface surface(screen, {245, 239, 227});
  for (int y = 0; y < screen.height; y += 8)
    surface.fill({0, y, screen.width, 4}, {static_cast<std::uint8_t>(y), 74, 87});
  surface.fill({200, 150, 60, 40}, corner);
  return surface;
}

// A whole page, then one key of it.
void present_on(const char* way, Rotation rotation) {
  XScreen x(screen);
  setenv("SDL_FRAMEBUFFER_ACCELERATION", way, 1);
  const auto window = Window::open({.title = "way", .size = {}, .rotation = rotation});
  REQUIRE(window);
  REQUIRE((*window)->size() == screen);
  const Surface first = page({160, 18, 32});
  const Surface second = page({42, 84, 35});
  CHECK((*window)->present(first, {{0, 0, screen.width, screen.height}}));
  CHECK((*window)->present(second, {{200, 150, 60, 40}}));
  Surface expected = second;
  if (rotation == Rotation::Half)
    for (int y = 0; y < screen.height; ++y)
      for (int column = 0; column < screen.width; ++column)
        expected.fill({column, y, 1, 1},
                      second.at(screen.width - 1 - column, screen.height - 1 - y));
  CHECK(x.comes_to_show({expected}, BINARY_DIR "/window-test.png"));
  unsetenv("SDL_FRAMEBUFFER_ACCELERATION");
}

}  // namespace

TEST_CASE("a page goes to the screen through memory, whole and in part") {
  present_on("0", Rotation::None);
  present_on("0", Rotation::Half);
}

TEST_CASE("a page goes to the screen through OpenGL ES, whole and in part, to the pixel") {
#ifdef __SANITIZE_ADDRESS__
  // The driver keeps a little and is unloaded, so that no suppression can name it.
  const __lsan::ScopedDisabler drivers_own;
#endif
  present_on("opengles2", Rotation::None);
  present_on("opengles2", Rotation::Half);
}

TEST_CASE("a screen is opened again, shows, is touched and is woken; without one it says so") {
  XScreen x(screen);
  auto opened = Window::open({.title = "again"});
  REQUIRE(opened);
  const std::unique_ptr<Window> window = std::move(*opened);
  std::atomic<bool> ends = false;
  std::thread caller([&] {  // whoever has something for us does not wait for the screen
    while (!ends)
      window->wake();
  });
  for (int time = 0; time < 3; ++time)
    REQUIRE(window->open_again(std::nullopt));
  ends = true;
  caller.join();
  const Surface shown = page({160, 18, 32});
  CHECK(window->present(shown, {{0, 0, screen.width, screen.height}}));
  CHECK(x.comes_to_show({shown}, BINARY_DIR "/window-again.png"));
  window->wait(std::chrono::milliseconds(0));
  window->wake();
  const auto events = window->wait(std::chrono::seconds(60));
  CHECK(std::any_of(events.begin(), events.end(),
                    [](const Event& event) { return event.kind == EventKind::Woken; }));
  setenv("SDL_VIDEODRIVER", "no-such-driver", 1);
  CHECK_FALSE(window->open_again(std::nullopt));
  window->wake();  // nothing to wake
  unsetenv("SDL_VIDEODRIVER");
  REQUIRE(window->open_again(1));
  CHECK(window->size() == screen);
  CHECK_FALSE(window->alone());
}
