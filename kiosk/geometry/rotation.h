// A panel that hangs on its side: the page is drawn upright, turned when it is presented, and
// touches are turned back. One setting turns both, so they cannot disagree.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "kiosk/geometry/panel.h"

namespace kiosk {

// How far the page is turned clockwise on its way to the screen.
enum class Rotation : std::uint8_t { None, Quarter, Half, ThreeQuarters };

// The page that fills a screen of `screen`, and the other way round.
Size turned(Size size, Rotation rotation);

struct Pixel {
  int x = 0;
  int y = 0;

  bool operator==(const Pixel&) const = default;
};

// Where a pixel of the screen lies on the page that fills it.
Pixel to_page(Pixel screen_point, Size screen, Rotation rotation);
// Where a rectangle of the page lies on the screen it fills.
Rect to_screen(const Rect& page_rect, Size screen, Rotation rotation);

}  // namespace kiosk
