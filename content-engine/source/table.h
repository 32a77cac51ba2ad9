// The records of one table: header checked against the columns the format knows.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/source/record.h"

namespace content {

struct Columns {
  std::vector<std::string_view> required;
  std::vector<std::string_view> optional{};
  std::string_view prefix{};  // further columns begin with this: "alt."
};

// One record a row. A missing column is one finding, not one a row.
std::vector<Record> read_table(std::string_view text, const std::string& file,
                               const Columns& columns, std::vector<Finding>& findings);

// Keeps the first of each id; the others are findings.
void drop_repeated(std::vector<Record>& records, std::string_view key);

}  // namespace content
