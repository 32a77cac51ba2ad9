// The colours of the look by name, once per theme. A widget asks for a meaning («paper», «alarm»),
// never for a colour; every pair that meets on a screen is checked for contrast by a test.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "kiosk/canvas/canvas.h"
#include "kiosk/session/session.h"

namespace kiosk {

struct Palette {
  Color paper, surface, sunk;
  Color ink, ink_soft;
  Color edge, hairline;
  Color action, on_action, action_edge;
  Color plinth, plinth_key, on_plinth, plinth_edge;
  Color leave, on_leave;
  Color alarm, on_alarm;
  Color notice, on_notice;
  Color focus_in, focus_out;
  Color arrive, means, family, living, voice, on_family;
  bool contrast = false;  // one of the two contrast themes: thicker outlines, fewer fills

  bool operator==(const Palette&) const = default;
};

const Palette& palette(Theme theme);

// What a topic or tile of a colour family is painted in, and what stands on it. An empty or unknown
// family is ink with paper on it, as «Ich bin …» has.
struct FamilyColors {
  Color fill;
  Color on;

  bool operator==(const FamilyColors&) const = default;
};
FamilyColors family_colors(const Palette& colors, std::string_view family);

// WCAG 2.x contrast of two opaque colours, 1 to 21.
double contrast(Color one, Color other);

}  // namespace kiosk
