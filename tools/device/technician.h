// A technician's stick at this kiosk: whether its pass holds here is written down for the kiosk
// while the stick is plugged in. systemd removes the slip when the stick goes
// (board-support/systemd/wegweiser-service@.service).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "content-engine/repository/trusted_passes.h"
#include "tools/device/station.h"

namespace content {

// `targets`: the folder of that name on the stick; empty: it carries no repository. Says to a
// technician why a pass does not hold; a stick that is none is told nothing.
PassVerdict take_pass(Station& station, const std::filesystem::path& targets);

}  // namespace content
