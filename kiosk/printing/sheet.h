// The printed sheet of a topic: its page in one language as a tagged PDF, on A4 or on a roll of
// 80 mm. Reads from the library what a screen would, so it says the same to everybody and nothing
// of who asked for it. Same edition, same day, same bytes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/printing/sheet_pages.h"

namespace kiosk {

struct SheetOrder {
  std::string topic;
  std::string language;
  SheetPaper paper{};
};

// NotFound, Unavailable, …: as Library::page(). Malformed: a font is damaged.
content::Result<std::string> make_sheet(const SheetOrder& order, const content::Library& library,
                                        const Moment& moment, TextEngine& text);

}  // namespace kiosk
