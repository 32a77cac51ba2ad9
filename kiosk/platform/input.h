// What hands do, as few kinds of event: touch panel, mouse and keyboard become the same. One finger
// at a time; holding a key does nothing more than striking it (EN 301 549, 5.7); the mouse that
// some systems invent for every touch is dropped; a finger that never leaves gives way to the next.
// Calibration comes before rotation, so that either can change without the other.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/geometry/calibration.h"
#include "kiosk/geometry/panel.h"
#include "kiosk/geometry/rotation.h"
#include "kiosk/platform/touch_guard.h"

union SDL_Event;

namespace kiosk {

enum class EventKind : std::uint8_t {
  FingerDown,
  FingerMoved,
  FingerUp,
  // keyboard and keypad
  FocusNext,
  FocusPrevious,
  FocusUp,
  FocusDown,
  ArrowLeft,  // in a text; elsewhere the focus goes on as the page runs
  ArrowRight,
  Activate,
  Space,  // a letter while typing, else as Activate
  Erase,  // the character before the caret; where nothing is typed as Back
  Back,
  Home,
  Help,      // whom to ask
  LowReach,  // all keys lower, and back
  Text,      // letters typed on a keyboard
  // keypad, for reading aloud
  Repeat,
  Faster,
  Slower,
  Volume,
  JackIn,
  JackOut,
  Speech,  // everything is said, and no longer
  Dark,    // nothing is shown while everything is said, and back
  // the system
  Woken,    // somebody called Window::wake()
  Exposed,  // the screen has lost what was on it
  Resized,  // the screen has another size now
  Closed,   // the program shall end
};

struct Event {
  EventKind kind{};
  Pixel at;  // fingers: pixels of the page
  std::string text{};

  bool operator==(const Event&) const = default;
};

// What a key of a tactile keypad means, by SDL's scancode (the HID usage); platform/keypad.h.
using KeyMeaning = std::function<std::optional<EventKind>(int scancode)>;

class Input final {
 public:
  Input(Size screen, Rotation rotation, KeyMeaning keypad = {})
      : screen_(screen), rotation_(rotation), keypad_(std::move(keypad)) {}

  // From the next touch on; of fingers, for a mouse knows its own screen.
  void set_calibration(const Calibration& calibration) { calibration_ = calibration; }
  // Nothing for what a visitor has no use for: every other key, the wheel, gestures.
  std::optional<Event> translate(const SDL_Event& event, std::chrono::milliseconds now);
  TouchGuard& guard() { return guard_; }

 private:
  std::optional<Event> key(const SDL_Event& event);
  std::optional<Event> finger(const SDL_Event& event, std::chrono::milliseconds now);
  std::optional<Event> mouse(const SDL_Event& event, std::chrono::milliseconds now);
  Event at(EventKind kind, Pixel screen_point) const;

  Size screen_;
  Rotation rotation_;
  Calibration calibration_;
  TouchGuard guard_;
  std::optional<std::int64_t> finger_;
  Pixel finger_at_;  // of the screen
  std::chrono::milliseconds finger_since_{0};
  std::optional<std::chrono::milliseconds> touched_;
  bool button_ = false;
  KeyMeaning keypad_;
  bool held_ = false;  // letters that come now come from a key held down
};

}  // namespace kiosk
