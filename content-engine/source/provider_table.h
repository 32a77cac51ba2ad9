// A provider's list of courses as providers write it: the columns of offers.csv or their German
// names («Kurs», «Beginn», «Niveau»), days as 11.01.2027, times as «Mo, Mi 9:00-12:15», costs as
// «229,50 €». What cannot be understood is a finding at its row.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/model/offering.h"

namespace content {

struct ProviderTable {
  std::vector<Offering> offerings;  // without id, source and check; lines are those of the file
  int rows = 0;                     // in the file
  std::vector<Finding> findings;    // a row with an error among them is not in `offerings`
};

// `text` is clean text.
ProviderTable read_provider_table(std::string_view text, const std::string& file);

}  // namespace content
