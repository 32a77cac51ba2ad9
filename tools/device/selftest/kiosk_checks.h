// What only the kiosk's own program can examine: it has fonts, screens and search. It runs as a
// child with an end to its patience, without a screen, and answers in JSON; what it says is another
// program's word and read with a cap. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "tools/device/selftest/check.h"

namespace content {

struct KioskCheck {
  std::string_view name;
  Sentence title;
};

// "examination" first: whether the program answered at all; then "versions", whether it is of this
// device's state; then its own.
std::span<const KioskCheck> kiosk_checks();

// One result for each, in that order. Not there: not applicable. Not answered: that is one fault,
// "examination", and the rest is not applicable.
std::vector<Examined> examine_kiosk(const Station& station);

// The answer to `wegweiser-kiosk --examine`; Malformed: it is none.
Result<std::vector<Examined>> parse_examination(std::string_view text);

}  // namespace content
