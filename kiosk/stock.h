// Opens what the kiosk shows from, and says in a code what is wrong when it cannot: W-1n the
// bundle, W-2n the fonts, n being the kind of refusal. board-support/README.md lists them for
// technicians. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "kiosk/worker.h"

namespace kiosk {

// Who says that this file is the right one: its name, which is its hash, or whoever started the
// program by hand.
enum class Vouching { ByName, ByHand };

struct StockPlace {
  std::filesystem::path bundle;  // may be a link to <sha256>.bundle
  Vouching vouching = Vouching::ByName;
  std::filesystem::path fonts;
};

Opened open_stock(const StockPlace& place);

// "W-1" and the refusal's number in result.h: part of what technicians are told, so never
// renumbered.
Trouble bundle_trouble(const content::Failure& failure);
Trouble font_trouble(const content::Failure& failure);
Trouble settings_trouble();

}  // namespace kiosk
