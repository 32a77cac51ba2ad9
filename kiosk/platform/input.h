// What hands do, as few kinds of event: touch panel, mouse and keyboard become the same. One finger
// at a time; the mouse that some systems invent for every touch is dropped; a finger that never
// leaves gives way to the next.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "kiosk/geometry/panel.h"
#include "kiosk/geometry/rotation.h"

union SDL_Event;

namespace kiosk {

enum class EventKind : std::uint8_t {
  FingerDown,
  FingerMoved,
  FingerUp,
  FocusNext,
  FocusPrevious,
  Activate,
  Back,
  Woken,    // somebody called Window::wake()
  Exposed,  // the screen has lost what was on it
  Resized,  // the screen has another size now
  Closed,   // the program shall end
};

struct Event {
  EventKind kind{};
  Pixel at;  // fingers: pixels of the page

  bool operator==(const Event&) const = default;
};

class Input final {
 public:
  Input(Size screen, Rotation rotation) : screen_(screen), rotation_(rotation) {}

  // Nothing for what a visitor has no use for: every other key, the wheel, gestures.
  std::optional<Event> translate(const SDL_Event& event, std::chrono::milliseconds now);

 private:
  std::optional<Event> finger(const SDL_Event& event, std::chrono::milliseconds now);
  std::optional<Event> mouse(const SDL_Event& event, std::chrono::milliseconds now);
  Event at(EventKind kind, Pixel screen_point) const;

  Size screen_;
  Rotation rotation_;
  std::optional<std::int64_t> finger_;
  std::chrono::milliseconds finger_since_{0};
  std::optional<std::chrono::milliseconds> touched_;
  bool button_ = false;
};

}  // namespace kiosk
