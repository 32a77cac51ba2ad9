// How this device speaks with web servers: by the settings, and with its name in their logs.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/repository/https_transport.h"
#include "tools/device/station.h"

namespace content {

HttpsOptions web_options(const Station& station);

}  // namespace content
