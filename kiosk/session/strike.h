// Which strokes of a key count: the same key again too soon is a trembling hand, however often it
// comes (EN 301 549, 5.8). Knows words and times, no device.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/session/idle.h"

namespace kiosk {

class Strikes final {
 public:
  explicit Strikes(std::chrono::milliseconds again_after) : again_after_(again_after) {}

  // Whether the stroke of this key, at this time, counts.
  bool counts(std::string_view key, Instant now);
  // Which key was struck last is something a visitor typed.
  void forget();

 private:
  std::chrono::milliseconds again_after_;
  std::string key_;
  std::optional<Instant> last_;
};

}  // namespace kiosk
