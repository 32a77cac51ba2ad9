// The kiosk's half of an update, step by step: a candidate is tried as nobody looks, and what came
// of it is on the disk before it is on the screen. Whatever step the kiosk dies at, the next start
// knows. No thread and no clock of its own. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "content-engine/store/verdicts.h"
#include "kiosk/stock.h"

namespace kiosk {

// Before anything else at a start: a try that never came to an end is refused.
void refuse_unfinished(content::Files& files, const std::filesystem::path& state, const Log& log);

struct Tried {
  std::optional<Stock> stock;  // drawn and written down: to be shown from now on
  bool refused = false;        // written down: not to be tried again
  // Neither: a visitor came, or what the trial needs is not to be had now. It is tried again.
};

struct Rehearsing {
  Panel panel;
  std::function<Moment(const std::string& time_zone)> moment;
  std::function<bool()> give_up;  // somebody is here
};

// trying → open by hash → pages → shown or refused.
Tried try_candidate(content::Files& files, const StockPlace& place, const content::Slot& slot,
                    const Rehearsing& rehearsing, const Log& log);

// For a bundle that was shown before and is the store's first choice again, after a technician has
// gone back: opened, written down, shown.
std::optional<Stock> change_back(content::Files& files, const StockPlace& place,
                                 const content::Slot& slot, const Log& log);

}  // namespace kiosk
