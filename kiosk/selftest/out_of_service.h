// The screen for the day on which the content, the fonts or the engine above them are broken: in
// plain words, what to do instead. Set by SDL2_ttf from what the program carries in itself, so that
// it depends on nothing that may be the cause.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "content-engine/model/result.h"
#include "kiosk/canvas/surface.h"

namespace kiosk {

struct Notice {
  std::string town;      // "Stadt Herne"
  std::string phone;     // "02323 16-0"
  std::string terminal;  // "3"
  std::string code;      // "W-17"
  int hour = 0;
  int minute = 0;

  bool operator==(const Notice&) const = default;
};

// Fills the whole page, upright or landscape. Unavailable: even SDL2_ttf does not work; the ground,
// the mark and the panels are there all the same.
content::Result<content::Done> draw_out_of_service(const Notice& notice, Surface& page);

}  // namespace kiosk
