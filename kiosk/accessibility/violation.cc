#include "kiosk/accessibility/violation.h"

#include <algorithm>
#include <array>

namespace kiosk {

std::string_view word_of(Rule rule) {
  constexpr std::array<std::string_view, rule_count> words{"boxes", "targets",  "reach",
                                                           "caps",  "contrast", "alternatives",
                                                           "focus", "timers",   "gestures"};
  return words.at(static_cast<std::size_t>(rule));
}

void Measured::add(const Measured& other) {
  scenes += other.scenes;
  keys += other.keys;
  texts += other.texts;
  least_target_mm = std::min(least_target_mm, other.least_target_mm);
  lowest_key_mm = std::min(lowest_key_mm, other.lowest_key_mm);
  highest_key_mm = std::max(highest_key_mm, other.highest_key_mm);
  least_cap_mm = std::min(least_cap_mm, other.least_cap_mm);
  least_contrast = std::min(least_contrast, other.least_contrast);
}

}  // namespace kiosk
