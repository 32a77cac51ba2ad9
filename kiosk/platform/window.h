// The screen and the hands before it: a full screen on KMSDRM, Wayland or X11, or a plain window.
// Shows finished pixels and waits for events; draws nothing itself.
// One per process, on the thread that opened it; wake() may be called from any.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/model/result.h"
#include "kiosk/canvas/surface.h"
#include "kiosk/geometry/rotation.h"
#include "kiosk/platform/input.h"

namespace kiosk {

struct WindowWish {
  std::string title;
  std::optional<Size> size;  // of the page; none: the whole screen
  Rotation rotation = Rotation::None;
  Calibration calibration{};
  KeyMeaning keypad{};
  // For technicians: is told of every key that goes down, by SDL's name and scancode.
  std::function<void(const std::string& name, int scancode)> key_seen{};
  std::optional<int> card{};  // KMSDRM: /dev/dri/card…; none: as SDL finds it
};

class Window final {
 public:
  // Unavailable: there is no screen to open it on.
  static content::Result<std::unique_ptr<Window>> open(const WindowWish& wish);
  // The same once more, because displays have changed; `card` as far as that is known. After a
  // failure there is no screen, and only this, wake() and the end are allowed.
  content::Result<content::Done> open_again(std::optional<int> card);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Without a desktop: displays come and go unannounced, and must be watched.
  bool alone() const;
  // Of the page that fills it.
  Size size() const;
  // Puts these parts of a page of size() on the screen. False: the screen would not take them.
  bool present(const Surface& page, const std::vector<Rect>& parts);
  // Sleeps until something happens or the time is over; then everything that has happened.
  std::vector<Event> wait(std::chrono::milliseconds longest);
  void wake();
  // Of the touches from now on.
  void set_calibration(const Calibration& calibration);
  // What a technician should read about the touch panel, once.
  std::optional<std::string> take_touch_news();

 private:
  struct Parts;
  static content::Result<std::unique_ptr<Parts>> open_parts(const WindowWish& wish);
  Window(WindowWish wish, std::unique_ptr<Parts> parts);
  void take(const SDL_Event& event, std::vector<Event>& events);
  WindowWish wish_;
  std::mutex waking_;  // whoever wakes us must not do so while SDL is shut down
  std::unique_ptr<Parts> parts_;
};

}  // namespace kiosk
