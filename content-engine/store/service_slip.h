// A technician's stick is plugged in: wegweiser-device writes this slip after it has verified the
// pass on it, and it is removed when the stick goes. While it is there the kiosk shows the service
// screens. In memory. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "content-engine/store/slip.h"

namespace content {

struct ServiceSlip {
  std::string name;        // of the pass
  std::int64_t until = 0;  // seconds since 1970
  std::int64_t since = 0;  // when the stick came; another one, another stick

  bool operator==(const ServiceSlip&) const = default;
};

Result<Done> write_service_slip(Files& files, const std::filesystem::path& exchange,
                                const ServiceSlip& service);
// NotFound: no technician's stick is there.
Result<ServiceSlip> read_service_slip(const Files& files, const std::filesystem::path& exchange);
Result<Done> remove_service_slip(Files& files, const std::filesystem::path& exchange);

}  // namespace content
