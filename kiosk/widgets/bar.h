// The fixed bar: the plinth of the sign. Every key has one place, on every screen; what cannot be
// done now leaves its place empty.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

enum class BarRank { Plain, Alarm, Leave };
enum class Here { No, Yes };  // the key whose screen is shown

struct BarKey {
  std::string drawing;  // also its name: "language", "leave-now"
  std::string word;
  Action action;
  int row = 0;
  int column = 0;
  BarRank rank = BarRank::Plain;
  Here here = Here::No;
  std::string sign{};  // another drawing while it does something else
};

// Two rows of five in portrait, one row (five or ten) else.
struct BarShape {
  int rows = 1;
  int columns = 10;
};

int bar_height(const Look& look, const BarShape& shape);
// At the origin, as wide as the panel. `below` is what it says on its ground where it stands raised
// for a low hand.
Box bar(const Scribe& type, const BarShape& shape, const std::vector<BarKey>& keys,
        const std::string& below = {});

}  // namespace kiosk
