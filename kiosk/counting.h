// Counts how the kiosk is used (R40), on the worker's thread: gathered in memory, written when
// nobody is here and not more often than every ten minutes. A power cut loses what was gathered;
// nobody waits for it. A topic nobody should be seen with is counted by the day only, so that the
// hour of the one visitor who speaks a language says nothing.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "content-engine/counters/tally.h"
#include "content-engine/store/files.h"
#include "kiosk/session/idle.h"
#include "kiosk/worker.h"

namespace kiosk {

class Counting final {
 public:
  // `state` is the kiosk's own directory; `files` outlives this.
  Counting(content::Files& files, std::filesystem::path state, Instant now)
      : files_(files), state_(std::move(state)), written_(now) {}

  void take(const Request& request, const content::Library& library, Instant now);
  // Writes what there is; what cannot be written is tried again later.
  void write(content::Date today);

  const content::Tally& gathered() const { return gathered_; }
  static constexpr std::chrono::minutes pause{10};

 private:
  void add(content::Doing doing, const content::Library& library, const Moment& moment);

  content::Files& files_;
  std::filesystem::path state_;
  content::Tally gathered_;
  Instant written_;
};

}  // namespace kiosk
