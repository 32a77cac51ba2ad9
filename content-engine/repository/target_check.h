// The targets half of a repository's check: every bundle and delta that targets.json names is
// there, is the file that was signed, and unpacks to the bundle that it says.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "content-engine/repository/check_report.h"
#include "content-engine/store/files.h"
#include "content-engine/trust/metadata.h"

namespace content {

// A stick carries what kiosks take now; the rest may be missing there.
enum class Carrier { Server, Stick };

void check_targets(const Files& files, const std::filesystem::path& repository,
                   const Targets& targets, Carrier carrier, CheckReport& report);

}  // namespace content
