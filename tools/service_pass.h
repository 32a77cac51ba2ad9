// Technicians' passes at the desk: their files lie beside the keys, readable for their owner only,
// because whoever has the file has the pass.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "content-engine/repository/service_pass.h"
#include "content-engine/store/files.h"
#include "tools/desk.h"

namespace content {

// The pass of that name; what is wrong is said, then none.
std::optional<ServicePass> kept_pass(const Desk& desk, const Files& files, const std::string& name);

}  // namespace content
