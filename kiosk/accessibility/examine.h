// One scene held against the rules of EN 301 549 that can be seen in it (violation.h). A pure
// function over boxes: the tests call it for samples, wegweiser-snapshot for every screen there is.
// Rules that need time or fingers are tried on the shell instead (tools/accessibility_trials.h).
// What is spoken belongs here too, as one more rule, once there is a speech log to compare with.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/accessibility/violation.h"
#include "kiosk/screens/screen.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

Examination examine(const Scene& scene, const Look& look, const Session& session);

// The parts, each adding what it finds.
void examine_targets(const Scene& scene, const Look& look, Examination& found);
void examine_caps(const Scene& scene, const Look& look, Examination& found);
void examine_contrast(const Scene& scene, const Look& look, Examination& found);
void examine_alternatives(const Scene& scene, Examination& found);
void examine_focus(const Scene& scene, const Session& session, Examination& found);

// Keys that can be touched now: a dialog's scrim hides those before it.
std::vector<const Box*> keys_on_top(const Box& root);

}  // namespace kiosk
