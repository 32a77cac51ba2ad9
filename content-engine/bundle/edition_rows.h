// The rows of a bundle as values of the model: the small tables, which a kiosk keeps in memory.
// A word that a newer minor brought is read as the most careful one this program knows; a row that
// means nothing without it is left out.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/bundle/database.h"
#include "content-engine/model/edition.h"

namespace content {

Result<Town> read_town(Database& bundle);
Result<std::vector<Language>> read_languages(Database& bundle);  // by order
Result<std::map<std::string, Words>> read_words(Database& bundle);
Result<std::vector<LifeSituation>> read_situations(Database& bundle);  // by order
Result<std::vector<TargetGroup>> read_groups(Database& bundle);        // by order
Result<std::vector<Fact>> read_facts(Database& bundle);
Result<std::vector<Place>> read_places(Database& bundle);
Result<std::optional<Place>> read_place(Database& bundle, std::string_view id);
Result<std::vector<PlannedTranslation>> read_plan(Database& bundle);
Result<std::vector<std::string>> read_picture_ids(Database& bundle);
Result<std::optional<Picture>> read_picture(Database& bundle, std::string_view id);

}  // namespace content
