// A sunk panel says something that is not a key: a drawing, a bold line and a few words.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

struct QuietWords {
  std::string drawing;
  std::string title;
  std::string text;
  Type title_type = Type::S;
};

Box quiet_panel(const Scribe& type, const QuietWords& words, int width);

}  // namespace kiosk
