#include "kiosk/widgets/look.h"

#include <algorithm>
#include <array>

namespace kiosk {
namespace {

struct Scale {
  std::array<double, 4> units;  // for text as designed, +1, +2, +3
  float line_height;
  float tracking;
};

// In the order of Type. Headings grow slower than text: at +3 weight and space carry the hierarchy.
constexpr std::array<Scale, 13> scale{{
    {{41, 54, 68, 82}, 1.40F, 0},
    {{44, 54, 68, 82}, 1.16F, 0},
    {{48, 58, 70, 84}, 1.33F, 0},
    {{60, 66, 76, 88}, 1.25F, 0},
    {{78, 84, 92, 100}, 1.18F, -0.01F},
    {{108, 112, 116, 120}, 1.20F, -0.015F},
    {{190, 190, 190, 190}, 1.10F, -0.02F},
    {{41, 41, 48, 48}, 1.25F, 0},
    {{41, 54, 54, 54}, 1.40F, 0},
    {{41, 54, 60, 60}, 1.20F, 0},
    {{54, 60, 70, 82}, 1.20F, 0},
    {{50, 50, 50, 50}, 1.20F, 0},
    {{86, 88, 92, 100}, 1.20F, 0},
}};

const Scale& scale_of(Type type) {
  return scale[static_cast<std::size_t>(type)];
}

}  // namespace

float Look::em(Type type) const {
  return exact(scale_of(type).units[static_cast<std::size_t>(step())]);
}

float Look::line_height(Type type) {
  return scale_of(type).line_height;
}

float Look::tracking(Type type) {
  return scale_of(type).tracking;
}

int Look::reach_row() const {
  const double top_mm = panel.bottom_mm + panel.mm(panel.size.height);
  return std::max(0, panel.px(top_mm - highest_reach_mm()));
}

int Look::raise() const {
  return low_reach ? std::max(0, panel.px(lowest_reach_mm() - panel.bottom_mm)) : 0;
}

}  // namespace kiosk
