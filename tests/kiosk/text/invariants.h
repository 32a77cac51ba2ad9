// What is true of every paragraph, whatever its text: checked against ICU and HarfBuzz called
// directly, so that no golden is needed. Used by tests, the corpus check and the fuzzer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/text/typesetter.h"

namespace kiosk {

// One sentence for each promise that `request` breaks; empty when all hold.
//   clusters: none lost, none twice · width: no line wider than asked, unless it is one cluster ·
//   breaks: only at opportunities, unless the piece is wider than the line, and never inside a
//   grapheme · order: that of ubidi over the whole paragraph · glyphs: those of HarfBuzz for the
//   same part of the item with the same context
std::vector<std::string> broken_promises(Typesetter& typesetter, const ParagraphRequest& request);

}  // namespace kiosk
