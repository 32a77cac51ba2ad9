// The accessibility run: every screen there is, in every language, at every size, upright and
// across, held against kiosk/accessibility; then the shell tried with fingers and a clock of our
// own. Shared by wegweiser-snapshot and the tests. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "kiosk/accessibility/violation.h"
#include "kiosk/screens/screen.h"

namespace kiosk {

// How much of it: the command takes all, a test what shows each rule at work.
struct Extent {
  std::vector<std::string> languages;  // empty: all
  bool every_size = true;              // else the smallest and the largest
  bool every_topic = true;             // else the first five of each kind of screen
};

// By kind of screen ("topic", "home"): what was measured. Each violation says where it was found.
struct AccessibilityReport {
  std::map<std::string, Measured> screens;
  std::vector<Violation> violations;
};

AccessibilityReport examine_all(const content::Library& library, TextEngine& text,
                                const Moment& moment, const Extent& extent);

// One line a kind of screen, one a rule, all in a table to be read by people.
std::string table_of(const AccessibilityReport& report);

}  // namespace kiosk
