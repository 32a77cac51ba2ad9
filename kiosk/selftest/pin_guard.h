// How often a PIN may be tried: three times, then after thirty seconds, and twice as long after
// each further failure, up to a quarter of an hour. A try counts as failed before it is checked and
// the number is kept over restarts; no clock is, so that pulling the plug and setting the clock
// win nothing. The PIN is not here.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>

#include "content-engine/store/files.h"

namespace kiosk {

class PinGuard final {
 public:
  using Time = std::chrono::milliseconds;  // of the steady clock

  // After a start that finds failures the whole wait begins anew.
  PinGuard(content::Files& files, const std::filesystem::path& kiosk_state, Time now);

  // How long nothing may be tried.
  Time wait(Time now) const;
  void trying(Time now);
  void succeeded();
  int failures() const { return failures_; }

 private:
  content::Files& files_;
  std::filesystem::path file_;
  int failures_ = 0;
  Time until_{0};
};

// After so many failures.
std::chrono::milliseconds pin_delay(int failures);

}  // namespace kiosk
