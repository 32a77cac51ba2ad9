// Each language's glyph sheet, drawn and held against the hash that is stored with the program: a
// damaged font, another text library or a fault of memory shows in the pixels. A language may have
// several hashes, for machines that round otherwise; a new one is added by --new-golden-pages and
// by nothing else. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "content-engine/model/result.h"
#include "kiosk/canvas/surface.h"
#include "kiosk/examination/remark.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

using GoldenPages = std::map<std::string, std::vector<std::string>>;  // hashes by language

struct Sheet {
  std::string language;
  std::string hash;  // of size and pixels
  Surface surface;
};

// «tr = <hash> <hash>» a line, ';' before a remark. Malformed names the line; NotFound: no file.
content::Result<GoldenPages> parse_golden_pages(std::string_view text);
content::Result<GoldenPages> read_golden_pages(const std::filesystem::path& file);
std::string written(const GoldenPages& pages);

// For each language of specimens.ini in `fonts`, or for those named. A failure names the file.
content::Result<std::vector<Sheet>> draw_sheets(const std::filesystem::path& fonts,
                                                TextEngine& text,
                                                const std::vector<std::string>& languages = {});

// Sheets without a stored hash fail: nobody has looked at them.
Remark examine_golden_pages(const std::vector<Sheet>& sheets, const GoldenPages& golden);

}  // namespace kiosk
