// The touch panel's calibration as a technician left it: a slip beside the kiosk's other notes,
// which a start, an update and new content leave alone. Without it the setting counts, and without
// that a touch is where the panel says. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "content-engine/store/files.h"
#include "kiosk/geometry/calibration.h"

namespace kiosk {

// `folder`: DeviceSettings::kiosk_state. NotFound: there is none, which is no mistake. A slip that
// is damaged is never half believed.
content::Result<Calibration> read_calibration(const content::Files& files,
                                              const std::filesystem::path& folder);
content::Result<content::Done> keep_calibration(content::Files& files,
                                                const std::filesystem::path& folder,
                                                const Calibration& calibration);
// Back to the setting.
content::Result<content::Done> forget_calibration(content::Files& files,
                                                  const std::filesystem::path& folder);

// What is to be used; `log` hears of a slip that cannot be.
Calibration calibration_to_use(const content::Files& files, const std::filesystem::path& folder,
                               const Calibration& setting,
                               const std::function<void(const std::string& line)>& log);

}  // namespace kiosk
