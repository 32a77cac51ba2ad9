// The tables of courses, events and notices: read into the model, and courses and events written
// back, because importers add to what editors wrote. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/source/record.h"

namespace content {

inline constexpr std::string_view offers_file = "offers.csv";
inline constexpr std::string_view notices_file = "notices.csv";

// Each takes clean text; `file` is the name findings carry.
std::vector<Offering> read_offerings(std::string_view text, std::vector<Finding>& findings,
                                     const std::string& file = std::string(offers_file));
std::vector<Notice> read_notices(std::string_view text, std::vector<Finding>& findings);
// One row of either origin; the columns are those of the table.
Offering offering_of(Record& row);

// The whole table, in the order given, with «;» between cells. Read back it is the same.
std::string offers_table(const std::vector<Offering>& offerings);

// "a; b" → a, b; blanks around and empty parts do not count.
std::vector<std::string> divided(std::string_view list, char separator);

}  // namespace content
