// The first half of a system update, as the device's own user: what a repository has for this
// machine is found, fetched, verified and laid ready in the store with the signed metadata that
// vouch for it, and last of all a wish. Root's service (install.h) trusts nothing of that: it
// verifies the same metadata against a root of trust that only root can write.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/repository/system_target.h"
#include "tools/device/handover.h"
#include "tools/device/system/system_memory.h"

namespace content {

// In the store's folder "system".
inline constexpr std::string_view vouching_folder_name = "metadata";
inline constexpr std::string_view packed_folder_name = "packed";

enum class SystemArrival {
  Ready,         // it lies ready, and the wish is there
  Running,       // it is what runs
  OnTrial,       // it is written, or being tried
  FailedBefore,  // it was tried and went back
};

struct FetchedSystem {
  SystemArrival arrival{};
  SystemTarget target;
};

// RolledBack: the newest there is older than what runs. NotFound: nothing for this machine. Else as
// deliver().
Result<FetchedSystem> fetch_system(Station& station, const SystemPlaces& places,
                                   const RunningSystem& running, const Source& source, Wisher by);

// By what the last sync has verified, without asking anybody: whether there is something to fetch.
std::optional<SystemTarget> offered_system(const Station& station, const SystemPlaces& places,
                                           const RunningSystem& running);

// What was fetched and is what runs now, or came to nothing, makes room.
void tidy_systems(Station& station, const RunningSystem& running);

}  // namespace content
