// A tree of boxes onto a canvas, with the one key that is touched and the one that has the focus.
// Nothing is laid out here: what the tree says is what is painted.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/canvas/canvas.h"
#include "kiosk/widgets/box.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

// Keys by name: a name outlives the scene it stood in. Empty: none.
struct KeyState {
  std::string pressed;
  std::string focused;

  bool operator==(const KeyState&) const = default;
};

void draw(const Box& root, Canvas& canvas, const Look& look, const KeyState& state = {});

}  // namespace kiosk
