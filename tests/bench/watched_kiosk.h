// The real program on an X screen of its own, watched from outside: one touch is one XTest event,
// one picture is one pixel read back from the screen, memory and time are the kernel's figures.
// Pages are drawn beforehand by the same code, so that the eye knows which pixel to wait for.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/screens/screen.h"
#include "tests/fixtures/child.h"
#include "tests/fixtures/x_screen.h"

namespace kiosk {

constexpr Size watched_size{1080, 1920};

// Pages as they should be.
class DrawnPages final {
 public:
  explicit DrawnPages(const std::string& bundle);

  const content::Library& library() const { return *library_; }
  Scene scene(const Session& session);
  Surface page(const Session& session);

 private:
  std::unique_ptr<content::Library> library_;
  std::unique_ptr<TextEngine> text_;
  std::unique_ptr<PageCanvas> canvas_;
};

class WatchedKiosk final {
 public:
  // Where to touch, and the pixel that tells the next page from the one before: as low as there is
  // one, drawn last.
  struct Turn {
    std::string name;
    Rect key;
    int x = 0;
    int y = 0;
    Color color;
  };

  // Starts the program and waits for its first picture.
  WatchedKiosk(XScreen& screen, const std::string& bundle);

  // Milliseconds from start to the first pixel of the first picture.
  double first_picture() const { return first_picture_; }
  // Milliseconds from the touch's end to the first pixel of the next page. Neighbouring touches
  // are far enough apart to be a visitor's, and `rest` after the one before.
  double touch(const Turn& turn, std::chrono::milliseconds rest);
  long pss() const;  // kB
  double cpu_ms() const;

 private:
  XScreen* screen_;
  std::unique_ptr<Child> kiosk_;
  double first_picture_ = 0;
  int last_x_ = 0;
};

// The touch of a key and where it leads; `session` stands there afterwards. Throws where there is
// no such key.
WatchedKiosk::Turn turn_by(DrawnPages& pages, Session& session, const std::string& key);
bool has_key(DrawnPages& pages, const Session& session, const std::string& key);

}  // namespace kiosk
