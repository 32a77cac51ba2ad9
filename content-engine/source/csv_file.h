// Tables that open in a spreadsheet: RFC 4180 with «,» or «;», the header row decides. Cells are
// text; what they mean is read in tables.cc.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"

namespace content {

struct CsvRow {
  int line = 0;  // where the row begins; a quoted cell may hold line breaks
  std::vector<std::string> cells;

  bool operator==(const CsvRow&) const = default;
};

struct CsvFile {
  CsvRow header;
  std::vector<CsvRow> rows;  // each with as many cells as the header; empty rows are left out

  bool operator==(const CsvFile&) const = default;
};

// `text` is clean text. A row with too many or too few cells is a finding and is cut or filled, so
// that the rest of it can still be judged.
CsvFile parse_csv(std::string_view text, const std::string& file, std::vector<Finding>& findings);

}  // namespace content
