// The kiosk's half of the self-test, without a screen: opens what the kiosk would show and examines
// it. Writes nothing but what it is told to: pictures of the glyph sheets, new hashes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/examination/remark.h"
#include "kiosk/platform/clock.h"
#include "kiosk/stock.h"

namespace kiosk {

struct Examining {
  StockPlace place;
  std::filesystem::path golden_pages;
  std::string speech_program;
  WallTime (*wall)(const std::string& time_zone);
};

// Every check, whatever the others found; what cannot be looked at is not applicable.
std::vector<Remark> examine(const Examining& it, const Log& log);

// A PNG for each language, to be looked at.
content::Result<content::Done> write_sheets(const std::filesystem::path& fonts,
                                            const std::filesystem::path& folder);
// The hashes as this machine draws, beside those already in the file: for another kind of machine.
// Where pages are meant to look otherwise, begin without a file.
content::Result<content::Done> write_golden_pages(const std::filesystem::path& fonts,
                                                  const std::filesystem::path& file);

}  // namespace kiosk
