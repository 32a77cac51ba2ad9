// Times of the town's clock as they are read aloud everywhere here: "8:00", "15:30", "24:00".
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace kiosk {

// Minutes since midnight; a night that goes on begins again at 0:00.
std::string clock_time(int minutes);

}  // namespace kiosk
