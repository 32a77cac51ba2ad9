// Whether what the bundle holds can be shown: every page opens, every character has a glyph, every
// title is found by searching for it. Pure questions to library and fonts.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/reader/library.h"
#include "kiosk/examination/remark.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

Remark examine_pages(const content::Library& library, content::Date today);
Remark examine_glyphs(const content::Library& library, TextEngine& text, content::Date today);
// Each title is asked for as it is written, and must be among the first five.
Remark examine_search(const content::Library& library);

}  // namespace kiosk
