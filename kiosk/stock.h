// Opens what the kiosk shows from, and says in a code what is wrong when it cannot: W-1n the
// bundle, W-2n the fonts, n being the kind of refusal. board-support/guides/reparieren.md lists
// them for technicians. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "content-engine/store/files.h"
#include "content-engine/store/slots.h"
#include "kiosk/worker.h"

namespace kiosk {

// Who says that this file is the right one: its name, which is its hash, or whoever started the
// program by hand.
enum class Vouching { ByName, ByHand };

struct StockPlace {
  std::filesystem::path bundle;  // this and nothing else; may be a link to <sha256>.bundle
  Vouching vouching = Vouching::ByName;
  std::filesystem::path fonts;
  // Where no bundle is named, as wegweiser.conf has them: what the store says, and the last resort.
  std::filesystem::path store;
  std::filesystem::path state;
  std::filesystem::path shipped;
};

using Log = std::function<void(const std::string& line)>;

// The named bundle; else the first of the store's that opens (content::show_order), and a damaged
// one is refused on the way, so that the device goes back and fetches it again; else the shipped.
Opened open_stock(content::Files& files, const StockPlace& place, const Log& log);

// A bundle of the store, held against removal, verified before anything of it is interpreted.
struct Held {
  std::unique_ptr<content::Library> library;
  std::unique_ptr<content::FileLock> lock;
};
content::Result<Held> open_held(content::Files& files, const std::filesystem::path& store,
                                const std::string& bundle);
// Fonts for it, tried as far as the screen's own thread will need them.
content::Result<std::unique_ptr<TextEngine>> open_text(const std::filesystem::path& fonts);
Stock stock_of(const content::Slot& slot, Held held, std::unique_ptr<TextEngine> text);

// "W-1" and the refusal's number in result.h: part of what technicians are told, so never
// renumbered.
Trouble bundle_trouble(const content::Failure& failure);
Trouble font_trouble(const content::Failure& failure);
Trouble settings_trouble();

}  // namespace kiosk
