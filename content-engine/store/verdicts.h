// The kiosk's half of an update, in the kiosk's own state directory: what it is trying, what it
// shows, what it refused. Nobody else writes there; wegweiser-device reads it and then promotes or
// drops. A try begins with begin_trial() and ends with shown() or refused(); a start that finds a
// try without an end refuses that bundle. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "content-engine/store/slots.h"

namespace content {

struct Verdicts {
  std::optional<Trial> trying;
  std::optional<Trial> shown;    // on the screen now, and drawn before it came there
  std::vector<Dropped> refused;  // newest first, at most dropped_limit

  bool refuses(const Trial& trial) const;
  // Trying, and neither shown nor refused since.
  std::optional<Trial> unfinished() const;
};

// What the kiosk may show, best first: a candidate that was shown already, the active bundle, the
// previous one; never one it refused. When none of them opens there is the program's own.
std::vector<Slot> show_order(const Slots& slots, const Verdicts& verdicts);
// The candidate, when there is no verdict on it yet.
std::optional<Slot> to_try(const Slots& slots, const Verdicts& verdicts);

// Files that are missing or damaged count as not written: the worst is one try more.
Verdicts read_verdicts(const Files& files, const std::filesystem::path& state);

// On the disk when this returns: only then the bundle may be touched.
Result<Done> begin_trial(Files& files, const std::filesystem::path& state, const Trial& trial);
// Given up because a visitor came, no verdict.
Result<Done> postpone_trial(Files& files, const std::filesystem::path& state);
Result<Done> record_shown(Files& files, const std::filesystem::path& state, const Trial& trial);
Result<Done> record_refused(Files& files, const std::filesystem::path& state,
                            const Dropped& refused);

}  // namespace content
