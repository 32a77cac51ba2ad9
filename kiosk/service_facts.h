// What a technician may know of this kiosk from its screen: which program and edition, which
// screen. Nothing about persons, no address, no key.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/store/files.h"
#include "kiosk/selftest/service_facts_page.h"
#include "kiosk/settings.h"

namespace kiosk {

std::vector<ServiceFact> version_facts(const content::Files& files, const Settings& settings,
                                       const std::string& program);
std::vector<ServiceFact> display_facts(const Panel& panel, const Settings& settings);

}  // namespace kiosk
