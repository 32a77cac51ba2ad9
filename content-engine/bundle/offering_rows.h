// The rows of courses, events, notices and districts, which came with minor 1: in a bundle of
// minor 0 there are none. Lists stand in one text, their words separated by a blank.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/bundle/database.h"
#include "content-engine/model/edition.h"

namespace content {

// For the writer: how a list becomes the text of its column.
std::string joined(const std::vector<std::string>& words);
std::string joined(const std::vector<Level>& levels);
std::string joined(const std::vector<Date>& days);

// A kiosk keeps them in memory; no town has more than list_limit of either.
Result<std::vector<std::string>> read_districts(Database& bundle);  // in the editors' order
Result<std::vector<Offering>> read_offerings(Database& bundle);     // by id
Result<std::vector<Notice>> read_notices(Database& bundle);         // by id

}  // namespace content
