// The question that lies over a screen when nobody has touched it for a while. The countdown is a
// ring of dots, one a second or two; a touch anywhere but on its second key counts as «yes».
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

struct Question {
  std::string title;
  std::string text;
  std::string yes;
  Action yes_action;
  std::string no;
  Action no_action;
  int seconds_left = 0;
  int seconds = 30;
};

// At the origin.
Box dialog(const Scribe& type, const Question& question, int width);
// What dims the screen below; a touch on it counts as «yes».
Box scrim(const Look& look, Action yes);

}  // namespace kiosk
