// The second half of a system update, as root and without a network: what lies ready is verified
// against a root of trust that only root can write, written to the root that does not run, read
// back, and tried at the next start. The order is such that the power may go at any moment: first
// nothing starts from the idle root any more, last of all something does again.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tools/device/station.h"
#include "tools/device/system/boot_chooser.h"
#include "tools/device/system/system_memory.h"

namespace content {

enum class Installation {
  NothingReady,
  Waits,         // for the night: no technician wished it
  Running,       // it is what runs
  TrialRuns,     // what runs is a trial itself; that comes first
  FailedBefore,  // it was tried and went back
  Written,       // the next start tries it
};

struct Installed {
  Installation what{};
  std::string version;
};

// What the kiosk fetched by itself is installed between two and four at night, by the machine's
// clock.
bool is_night(int hour);

Result<Installed> install_system(Station& station, const SystemPlaces& places,
                                 const RunningSystem& running, int hour);

// A trial that did not come up and whose tries are over is forgotten, and remembered as failed; one
// that was confirmed is no trial any more.
Result<SystemMemory> judge_trial(Station& station, const SystemPlaces& places,
                                 const RunningSystem& running, BootChooser& chooser);

}  // namespace content
