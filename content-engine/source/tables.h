// The tables of the source: languages, ways in, facts, places, plan, pictures. Rows become records
// of the model; a row that is wrong in parts stays, so that what refers to it is not reported too.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/positions.h"

namespace content {

// Each takes clean text; languages, situations and groups come sorted by their `order`.
std::vector<Language> read_languages(std::string_view text, Positions& positions,
                                     std::vector<Finding>& findings);
std::vector<LifeSituation> read_situations(std::string_view text, std::vector<Finding>& findings);
std::vector<TargetGroup> read_groups(std::string_view text, std::vector<Finding>& findings);
std::vector<Fact> read_facts(std::string_view text, std::vector<Finding>& findings);
std::vector<Place> read_places(std::string_view text, std::vector<Finding>& findings);
std::vector<PlannedTranslation> read_plan(std::string_view text, std::vector<Finding>& findings);

// A picture whose file is not read yet.
struct PictureRow {
  Picture picture;
  std::string file;  // "pictures/<name>"; empty when the name is none
};
std::vector<PictureRow> read_pictures(std::string_view text, std::vector<Finding>& findings);

}  // namespace content
