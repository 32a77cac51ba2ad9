// Lines of text by SDL2_ttf onto a page: left-to-right scripts, one line at a time, no wrapping.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "content-engine/model/result.h"
#include "kiosk/canvas/surface.h"

namespace kiosk {

enum class Cut { Regular, SemiBold, Bold };

class Lettering final {
 public:
  // Unavailable: SDL2_ttf does not start.
  static content::Result<Lettering> open();
  ~Lettering();
  Lettering(Lettering&&) noexcept;
  Lettering& operator=(Lettering&&) = delete;

  struct Style {
    Cut cut = Cut::Regular;
    int size = 41;     // px
    int leading = 55;  // px from line to line
    Color color;
  };
  // Every '\n' begins a line `leading` below; `top` is the top of the first line's box. Returns the
  // bottom of the last one's.
  int draw(Surface& page, std::string_view text, const Style& style, int left, int top) const;
  int width(std::string_view text, const Style& style) const;  // of the widest line
  // With its lines broken between words so that none is wider; a word that is wider alone is cut.
  std::string wrapped(std::string_view text, const Style& style, int widest) const;
  // The characters that the cut does not have, as UTF-8.
  std::string missing(std::string_view text, Cut cut = Cut::Regular) const;

 private:
  Lettering() = default;
  bool started_ = false;
};

}  // namespace kiosk
