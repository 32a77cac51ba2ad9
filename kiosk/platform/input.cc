#include "kiosk/platform/input.h"

#include <SDL.h>

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

// After this a finger on the glass is dirt, and another one counts.
constexpr std::chrono::milliseconds longest_finger{10'000};
// A mouse event this soon after a finger's is the same touch seen twice.
constexpr std::chrono::milliseconds shadow{1'000};
// The glass may reach this much beyond the picture, in shares of it; further out a panel is not
// believed.
constexpr double overhang = 0.02;

int pixel_at(double share, int extent) {
  return std::min(static_cast<int>(std::clamp(share, 0.0, 1.0) * extent), extent - 1);
}

// What the keys of any keyboard mean.
std::optional<EventKind> meaning(const SDL_Keysym& key) {
  switch (key.scancode) {
    case SDL_SCANCODE_TAB:
      return (key.mod & KMOD_SHIFT) != 0 ? EventKind::FocusPrevious : EventKind::FocusNext;
    case SDL_SCANCODE_DOWN:
      return EventKind::FocusDown;
    case SDL_SCANCODE_UP:
      return EventKind::FocusUp;
    case SDL_SCANCODE_RIGHT:
      return EventKind::ArrowRight;
    case SDL_SCANCODE_LEFT:
      return EventKind::ArrowLeft;
    case SDL_SCANCODE_RETURN:
    case SDL_SCANCODE_KP_ENTER:
      return EventKind::Activate;
    case SDL_SCANCODE_SPACE:
      return EventKind::Space;
    case SDL_SCANCODE_BACKSPACE:
      return EventKind::Erase;
    case SDL_SCANCODE_ESCAPE:
      return EventKind::Back;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Event> Input::translate(const SDL_Event& event, std::chrono::milliseconds now) {
  switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
      return finger(event, now);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONUP:
      return mouse(event, now);
    case SDL_KEYDOWN:
    case SDL_TEXTINPUT:
      return key(event);
    case SDL_QUIT:
      return Event{.kind = EventKind::Closed};
    default:
      return std::nullopt;
  }
}

std::optional<Event> Input::key(const SDL_Event& event) {
  if (event.type == SDL_TEXTINPUT) {
    const std::string letters = static_cast<const char*>(event.text.text);
    if (held_ || letters.empty() || letters == " ")  // the space key is a key of its own
      return std::nullopt;
    return Event{.kind = EventKind::Text, .text = letters};
  }
  held_ = event.key.repeat != 0;
  if (held_)
    return std::nullopt;
  const SDL_Keysym& struck = event.key.keysym;
  auto kind = keypad_ ? keypad_(static_cast<int>(struck.scancode)) : std::nullopt;
  if (!kind)
    kind = meaning(struck);
  return kind ? std::optional(Event{.kind = *kind}) : std::nullopt;
}

std::optional<Event> Input::finger(const SDL_Event& event, std::chrono::milliseconds now) {
  const SDL_TouchFingerEvent& touch = event.tfinger;
  touched_ = now;
  const Point2 raw{touch.x, touch.y};
  const Point2 meant = apply(calibration_, raw);
  if (event.type == SDL_FINGERDOWN) {
    if (!guard_.believes(raw, now) || (finger_ && now - finger_since_ < longest_finger))
      return std::nullopt;
    if (!(std::max(std::abs(meant.x - 0.5), std::abs(meant.y - 0.5)) <= 0.5 + overhang)) {
      guard_.beside(raw);
      return std::nullopt;
    }
    finger_ = touch.fingerId;
    finger_since_ = now;
  } else if (finger_ != touch.fingerId) {
    return std::nullopt;
  }
  if (std::isfinite(meant.x) && std::isfinite(meant.y))
    finger_at_ = {pixel_at(meant.x, screen_.width), pixel_at(meant.y, screen_.height)};
  else
    guard_.beside(raw);  // it moves nowhere, and ends where it was
  if (event.type == SDL_FINGERMOTION)
    return at(EventKind::FingerMoved, finger_at_);
  if (event.type == SDL_FINGERDOWN)
    return at(EventKind::FingerDown, finger_at_);
  finger_.reset();
  return at(EventKind::FingerUp, finger_at_);
}

std::optional<Event> Input::mouse(const SDL_Event& event, std::chrono::milliseconds now) {
  if (touched_ && now - *touched_ < shadow)
    return std::nullopt;
  if (event.type == SDL_MOUSEMOTION) {
    if (!button_)
      return std::nullopt;
    return at(EventKind::FingerMoved, {event.motion.x, event.motion.y});
  }
  if (event.button.button != SDL_BUTTON_LEFT || event.button.which == SDL_TOUCH_MOUSEID)
    return std::nullopt;
  const bool down = event.type == SDL_MOUSEBUTTONDOWN;
  if (!down && !button_)
    return std::nullopt;
  button_ = down;
  return at(down ? EventKind::FingerDown : EventKind::FingerUp, {event.button.x, event.button.y});
}

Event Input::at(EventKind kind, Pixel screen_point) const {
  return {.kind = kind, .at = to_page(screen_point, screen_, rotation_)};
}

}  // namespace kiosk
