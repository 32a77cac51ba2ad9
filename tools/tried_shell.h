// The real shell with a worker that answers at once and a clock of our own: what the accessibility
// trials and the random walk touch. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/model/deed.h"
#include "kiosk/shell.h"

namespace kiosk {

class TriedShell final {
 public:
  TriedShell(const content::Library& library, TextEngine& text, const Moment& moment,
             const Panel& panel = {});

  void wait(Instant time);
  void down(Pixel at);
  void up(Pixel at);
  void touch(Pixel at);  // and off again
  void strike(const Event& event);
  // The voice has said what it was to say.
  void spoken(SaidHow how = SaidHow::Done);

  // Null where there is no such key now.
  const Box* key(const std::string& name) const;
  // The middle of a key; the screen's corner, where nothing is, when there is none.
  Pixel middle(const std::string& name) const;

  const Shell& shell() const { return shell_; }
  const Session& session() const { return shell_.session(); }
  const Scene& scene() const { return *shell_.view().scene; }
  // Since the last call.
  std::vector<content::Doing> take_doings() { return std::exchange(doings_, {}); }

 private:
  void answer();

  const content::Library& library_;
  TextEngine& text_;
  Panel panel_;
  Instant now_{0};
  WallTime wall_;
  std::vector<content::Doing> doings_;
  Shell shell_;
};

}  // namespace kiosk
