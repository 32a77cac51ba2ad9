// The kinds of screens of every language laid out once while nobody is here, so that the first
// visitor in a language waits no longer than the second, and what is kept for good (fonts, the
// languages' rules, the bundle's pages) is all there soon after the start instead of growing for
// hours. A step at a time: whoever touches the screen waits for one page at most.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/screens/screen.h"

namespace kiosk {

class WarmUp final {
 public:
  explicit WarmUp(const content::Library& library);

  bool over() const { return next_ == sessions_.size(); }
  // Lays out the next page; after the last one, `text` lets go of all of them. Not when over().
  void step(const content::Library& library, TextEngine& text, const Panel& panel,
            const Moment& moment);

 private:
  std::vector<Session> sessions_;
  std::size_t next_ = 0;
};

}  // namespace kiosk
