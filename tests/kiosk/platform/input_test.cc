#include "kiosk/platform/input.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <limits>

using kiosk::Event;
using kiosk::EventKind;
using kiosk::Input;
using kiosk::Rotation;
using namespace std::chrono_literals;

namespace {

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.fingerId = id;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

SDL_Event button(Uint32 type, int x, int y, Uint8 which = SDL_BUTTON_LEFT) {
  SDL_Event event{};
  event.type = type;
  event.button.button = which;
  event.button.x = x;
  event.button.y = y;
  return event;
}

SDL_Event key(SDL_Scancode code, Uint16 modifier = 0, Uint8 repeat = 0) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.scancode = code;
  event.key.keysym.mod = modifier;
  event.key.repeat = repeat;
  return event;
}

}  // namespace

TEST_SUITE("platform/input") {
  TEST_CASE("a finger is pixels of the page") {
    Input input({1080, 1920}, Rotation::None);
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 0.5F, 0.25F), 0ms) ==
          Event{EventKind::FingerDown, {540, 480}});
    CHECK(input.translate(finger(SDL_FINGERMOTION, 1, 1.0F, 1.0F), 1ms) ==
          Event{EventKind::FingerMoved, {1079, 1919}});
    CHECK(input.translate(finger(SDL_FINGERUP, 1, 1.3F, -2.0F), 2ms) ==
          Event{EventKind::FingerUp, {1079, 0}});
  }

  TEST_CASE("touches turn with the picture") {
    Input input({1920, 1080}, Rotation::Quarter);
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 1.0F, 0.0F), 0ms) ==
          Event{EventKind::FingerDown, {0, 0}});
  }

  TEST_CASE("one finger at a time") {
    Input input({100, 100}, Rotation::None);
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 0, 0), 0ms));
    CHECK_FALSE(input.translate(finger(SDL_FINGERDOWN, 2, 0.5F, 0.5F), 10ms));
    CHECK_FALSE(input.translate(finger(SDL_FINGERMOTION, 2, 0.6F, 0.5F), 20ms));
    CHECK_FALSE(input.translate(finger(SDL_FINGERUP, 2, 0.6F, 0.5F), 30ms));
    CHECK(input.translate(finger(SDL_FINGERUP, 1, 0, 0), 40ms));
    CHECK(input.translate(finger(SDL_FINGERDOWN, 2, 0, 0), 50ms));
  }

  TEST_CASE("a stuck finger gives way after ten seconds") {
    Input input({100, 100}, Rotation::None);
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 0, 0), 0ms));
    CHECK_FALSE(input.translate(finger(SDL_FINGERDOWN, 2, 0.5F, 0.5F), 9s));
    CHECK(input.translate(finger(SDL_FINGERDOWN, 2, 0.5F, 0.5F), 10s));
    CHECK_FALSE(input.translate(finger(SDL_FINGERUP, 1, 0, 0), 11s));
  }

  TEST_CASE("a panel that reports places beside itself is not believed") {
    Input input({100, 100}, Rotation::None);
    CHECK_FALSE(input.translate(finger(SDL_FINGERDOWN, 1, 15.98F, 0.5F), 0ms));
    CHECK_FALSE(input.translate(finger(SDL_FINGERDOWN, 1, 0.5F, -0.1F), 0ms));
  }

  TEST_CASE("a place that is no number moves nothing, and the finger ends where it was") {
    Input input({100, 100}, Rotation::None);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK_FALSE(input.translate(finger(SDL_FINGERDOWN, 1, nan, 0.5F), 0ms));
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 0.25F, 0.5F), 0ms));
    CHECK(input.translate(finger(SDL_FINGERMOTION, 1, nan, nan), 1ms) ==
          Event{EventKind::FingerMoved, {25, 50}});
    CHECK(input.translate(finger(SDL_FINGERUP, 1, 0.3F, nan), 2ms) ==
          Event{EventKind::FingerUp, {25, 50}});
    CHECK(input.guard().besides() == 3);
  }

  TEST_CASE("calibration comes before rotation, and judges what is beside the panel") {
    Input input({1920, 1080}, Rotation::Quarter);
    input.set_calibration({-1, 0, 1, 0, -1, 1});  // the controller is mounted upside down
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 0.0F, 1.0F), 0ms) ==
          Event{EventKind::FingerDown, {0, 0}});
    CHECK(input.translate(finger(SDL_FINGERUP, 1, 0.0F, 1.0F), 1ms));
    input.set_calibration({0.8, 0, 0, 0, 1, 0});  // it reports a quarter too much across
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 1.24F, 0.0F), 2ms) ==
          Event{EventKind::FingerDown, {0, 15}});
    CHECK(input.translate(finger(SDL_FINGERUP, 1, 1.0F, 0.0F), 3ms));
    CHECK_FALSE(input.translate(finger(SDL_FINGERDOWN, 1, 1.3F, 0.0F), 4ms));
    // A mouse needs none.
    CHECK(input.translate(button(SDL_MOUSEBUTTONDOWN, 1919, 0), 5s) ==
          Event{EventKind::FingerDown, {0, 0}});
  }

  TEST_CASE("taps that no hand makes, of one finger or of ten, are nobody's touches") {
    Input input({100, 100}, Rotation::None);
    auto now = 0ms;
    int taken = 0;
    for (int tap = 0; tap < 500; ++tap, now += 40ms) {
      const float x = 0.001F * static_cast<float>(tap);
      taken += input.translate(finger(SDL_FINGERDOWN, tap, x, 0.5F), now) ? 1 : 0;
      input.translate(finger(SDL_FINGERUP, tap, x, 0.5F), now + 10ms);
    }
    CHECK(taken == 12);
  }

  TEST_CASE("the mouse that follows a finger is the same touch") {
    Input input({100, 100}, Rotation::None);
    CHECK(input.translate(finger(SDL_FINGERDOWN, 1, 0, 0), 5s));
    CHECK(input.translate(finger(SDL_FINGERUP, 1, 0, 0), 5s));
    CHECK_FALSE(input.translate(button(SDL_MOUSEBUTTONDOWN, 1, 1), 5s + 20ms));
    CHECK_FALSE(input.translate(button(SDL_MOUSEBUTTONUP, 1, 1), 5s + 30ms));
    CHECK(input.translate(button(SDL_MOUSEBUTTONDOWN, 7, 8), 7s) ==
          Event{EventKind::FingerDown, {7, 8}});
    CHECK(input.translate(button(SDL_MOUSEBUTTONUP, 7, 8), 7s) ==
          Event{EventKind::FingerUp, {7, 8}});
  }

  TEST_CASE("only the main mouse button counts, and moving only while it is down") {
    Input input({100, 100}, Rotation::None);
    CHECK_FALSE(input.translate(button(SDL_MOUSEBUTTONDOWN, 1, 1, SDL_BUTTON_RIGHT), 0ms));
    CHECK_FALSE(input.translate(button(SDL_MOUSEBUTTONUP, 1, 1), 0ms));
    SDL_Event motion{};
    motion.type = SDL_MOUSEMOTION;
    CHECK_FALSE(input.translate(motion, 0ms));
  }

  TEST_CASE("the keyboard steers the focus; every other key and every repeat is swallowed") {
    Input input({100, 100}, Rotation::None);
    const auto kind = [&](const SDL_Event& event) {
      const auto meant = input.translate(event, 0ms);
      REQUIRE(meant);
      return meant->kind;
    };
    CHECK(kind(key(SDL_SCANCODE_TAB)) == EventKind::FocusNext);
    CHECK(kind(key(SDL_SCANCODE_TAB, KMOD_LSHIFT)) == EventKind::FocusPrevious);
    CHECK(kind(key(SDL_SCANCODE_DOWN)) == EventKind::FocusDown);
    CHECK(kind(key(SDL_SCANCODE_UP)) == EventKind::FocusUp);
    CHECK(kind(key(SDL_SCANCODE_LEFT)) == EventKind::ArrowLeft);
    CHECK(kind(key(SDL_SCANCODE_RETURN)) == EventKind::Activate);
    CHECK(kind(key(SDL_SCANCODE_ESCAPE)) == EventKind::Back);
    CHECK_FALSE(input.translate(key(SDL_SCANCODE_RETURN, 0, 1), 0ms));
    for (const auto code : {SDL_SCANCODE_F4, SDL_SCANCODE_N, SDL_SCANCODE_LGUI, SDL_SCANCODE_Q})
      CHECK_FALSE(input.translate(key(code, KMOD_CTRL | KMOD_ALT), 0ms));
  }

  TEST_CASE("the end of the program is asked for by the system only") {
    Input input({100, 100}, Rotation::None);
    SDL_Event event{};
    event.type = SDL_QUIT;
    CHECK(input.translate(event, 0ms) == Event{EventKind::Closed, {}});
  }
}
