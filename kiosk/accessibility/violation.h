// What an examination may find, and what it measured on the way: the same words in the tests and in
// the table that `wegweiser-snapshot --accessibility` prints. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class Rule : std::uint8_t {
  Boxes,         // nothing clipped, nothing over each other, no glyph missing
  Targets,       // large enough and apart from each other
  Reach,         // between the heights a hand may be asked to reach
  Caps,          // EN 301 549, 5.1.4: capitals of 0.7° at 600 mm
  Contrast,      // of words, drawings and the outlines of keys
  Alternatives,  // everything drawn is also said
  Focus,         // every key has its turn, home and leaving are among them
  Timers,        // warned, extended without limit, ended in time
  Gestures,      // up inside the target; no drag, no hold, no trembling
};
inline constexpr int rule_count = 9;
std::string_view word_of(Rule rule);

struct Violation {
  Rule rule{};
  std::string what;

  bool operator==(const Violation&) const = default;
};

// The worst of everything seen; infinite where nothing was.
struct Measured {
  int scenes = 0;
  int keys = 0;
  int texts = 0;
  double least_target_mm = std::numeric_limits<double>::infinity();
  double lowest_key_mm = std::numeric_limits<double>::infinity();  // above the floor
  double highest_key_mm = 0;
  double least_cap_mm = std::numeric_limits<double>::infinity();
  double least_contrast = std::numeric_limits<double>::infinity();  // of words

  void add(const Measured& other);
};

struct Examination {
  Measured measured;
  std::vector<Violation> violations;
};

}  // namespace kiosk
