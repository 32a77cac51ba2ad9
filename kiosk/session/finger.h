// Which touches count. One finger at a time; a second touch of the same place too soon after the
// first is a trembling hand (EN 301 549, 5.8), and a finger that never leaves is dirt on the glass.
// Knows places and times, nothing of what lies there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>

#include "kiosk/session/idle.h"

namespace kiosk {

struct FingerRules {
  std::chrono::milliseconds again_after{300};  // the same place counts again after this
  int same_place = 59;                         // px in each direction
  std::chrono::milliseconds longest{10'000};   // who lies there longer is no finger

  bool operator==(const FingerRules&) const = default;
};

class Finger final {
 public:
  explicit Finger(FingerRules rules) : rules_(rules) {}

  // Whether the touch that begins here counts.
  bool down(int x, int y, Instant now);
  // Whether the touch that ends here counted to its end.
  bool up(int x, int y, Instant now);
  // What was touched last was another key of a keyboard: the next touch counts, however near.
  void elsewhere() { left_.reset(); }
  // The touch counts no longer, wherever it ends.
  void ignore() { counts_ = false; }
  // A touch that counts is on the glass.
  bool lies() const { return lies_ && counts_; }
  bool overdue(Instant now) const { return lies() && now >= due(); }
  Instant due() const { return since_ + rules_.longest; }

 private:
  FingerRules rules_;
  bool lies_ = false;
  bool counts_ = false;
  Instant since_{0};
  std::optional<Instant> left_;
  int x_ = 0;
  int y_ = 0;
};

}  // namespace kiosk
