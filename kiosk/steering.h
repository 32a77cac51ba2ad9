// What a key of keyboard or keypad does on the screen that is seen: moves the focus, touches what
// has it, types. Pure: the shell keeps the focus and does the action.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/platform/input.h"
#include "kiosk/screens/screen.h"

namespace kiosk {

struct Steered {
  Action action;        // None: nothing but the focus
  std::string focused;  // the key that has it from now on; empty: none
};

Steered steer(const Scene& scene, const std::string& focused, const Event& event);

// The place of a field's caret nearest to a touch at `x`.
std::string caret_at(const Box& field, int x);

// A key of the keyboard on the glass: its neighbour is another key, not a trembling hand.
bool types(const Action& action);
// What changes what is typed: it adds to what was typed before, though that is not on the screen
// yet.
bool edits(const Action& action);

// What a touch means while the kiosk asks whether anybody is there: two keys always work, and
// everything else says that somebody is.
Action under_warning(const Action& action);
// Says the sentence once more, as it was or as it shall be from now on.
bool is_heard(ActionKind kind);
// Speech goes on and off also while the kiosk asks.
bool switches_speech(EventKind kind);

}  // namespace kiosk
