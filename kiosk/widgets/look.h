// The measures of the look on the panel at hand. Numbers are written as the look draws them on its
// 22" panel, where 3.942 units are a millimetre; px() turns them into this panel's pixels, so a key
// has the same size on the glass everywhere.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "kiosk/geometry/panel.h"
#include "kiosk/session/session.h"
#include "kiosk/widgets/theme.h"

namespace kiosk {

// The few sizes of type. Caption and Action are S that stops growing: what stands beside a
// pictogram of fixed size (head, crumb, badge) or in a key of fixed height. Field is what is typed,
// Cap what stands on a key of the keyboard,
// Card what somebody else reads at arm's length: figures of 15 mm (R38).
enum class Type : std::uint8_t {
  S,
  T,
  M,
  L,
  XL,
  XXL,
  Numeral,
  Bar,
  Caption,
  Action,
  Field,
  Cap,
  Card
};

struct Look {
  Panel panel;
  Theme theme = Theme::Light;
  TextSize text_size = TextSize::Normal;
  bool low_reach = false;  // all targets between 800 and 1100 mm

  static constexpr double units_per_mm = 3.942;

  int px(double units) const { return panel.px(units / units_per_mm); }
  float exact(double units) const {
    return static_cast<float>(units / units_per_mm * panel.px_per_mm);
  }
  const Palette& colors() const { return palette(theme); }
  // 0 for the text as designed, 3 for twice the size.
  int step() const { return static_cast<int>(text_size); }

  float em(Type type) const;            // px
  static float line_height(Type type);  // × em
  static float tracking(Type type);     // em

  int margin() const { return px(48); }
  int gap() const { return px(20); }
  int radius() const { return px(12); }
  int outline() const { return px(colors().contrast ? 4 : 2); }
  int lower_edge() const { return px(colors().contrast ? 8 : 6); }
  // Between these heights above the floor lies whatever is to be touched: where a hand may be asked
  // to reach (EN 301 549, 8.3.2.1), or where it reaches easily (8.3.0).
  double highest_reach_mm() const { return low_reach ? 1100 : 1220; }
  double lowest_reach_mm() const { return low_reach ? 800 : 380; }
  // The first row for a target, and how many rows at the bottom are for none.
  int reach_row() const;
  int raise() const;
  int smallest_target() const { return panel.px(15); }

  bool operator==(const Look&) const = default;
};

}  // namespace kiosk
