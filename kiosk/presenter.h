// Brings the shell's view onto the window: draws only what differs from what is already there and
// presents only that. Owns the page and everything that was cached to draw it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/canvas/shown.h"
#include "kiosk/fade.h"
#include "kiosk/platform/window.h"
#include "kiosk/selftest/out_of_service.h"
#include "kiosk/shell.h"

namespace kiosk {

class Presenter final {
 public:
  // `notice` is what the out-of-service screen says beside code and time. `window` outlives this.
  Presenter(Window& window, Panel panel, Notice notice);

  // The fonts that paragraphs of the scenes to come refer to; nothing is done when they are the
  // same.
  content::Result<content::Done> use_fonts(const std::vector<FontFile>& fonts);
  // Draws and presents; does nothing when all is as it was.
  void show(const View& view, WallTime wall, Instant now);
  // Instead of a view: this picture, which stays where it is; another number, another picture.
  void show_service(const Surface& picture, std::uint64_t number);
  // Something moves or is to be prepared: show() is wanted again by then, whatever else happens.
  std::optional<Instant> due(Instant now) const;
  // Glyphs that the next page may want. They are made a few at a show(), and show() is wanted again
  // at once until all are there: a touch in between waits for no more than those few.
  void expect(std::vector<GlyphPlace> glyphs);
  // A little of what is on the screen once more, for whoever wants to see that the screen takes it.
  void show_sign_of_life();
  // How many pictures the screen has taken.
  std::uint64_t pictures() const { return pictures_; }
  // The screen has lost its picture.
  void exposed();
  // A visitor has left: nothing of what was drawn for her stays but what is on the screen.
  void forget();

 private:
  void draw_scene(const View& view, Instant now);
  void draw_trouble(const Trouble& trouble, WallTime wall);
  void darken();
  void move_on(Instant now);
  void prepare();
  void present(const Surface& page, std::vector<Rect> parts);

  Window& window_;
  Panel panel_;
  Notice notice_;
  std::unique_ptr<PageCanvas> canvas_;
  Shown shown_;                            // of the canvas, on the screen
  std::vector<FontFile> fonts_;            // the canvas's
  std::unique_ptr<Surface> trouble_page_;  // while out of service
  const Surface* service_ = nullptr;       // while technicians have the screen
  std::uint64_t service_number_ = 0;
  std::unique_ptr<Surface> night_page_;  // while asleep; the canvas keeps what it had
  std::optional<Fade> fade_;
  std::vector<GlyphPlace> expected_;  // the last is made first
  // what is on the screen
  std::uint64_t scene_number_ = 0;
  KeyState keys_;
  bool drawn_ = false;
  std::uint64_t pictures_ = 0;
};

}  // namespace kiosk
