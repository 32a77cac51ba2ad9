// A table from a stranger: whatever its bytes, reading ends and every row is as wide as the header.
#include <cstdint>
#include <cstdlib>

#include "content-engine/source/csv_file.h"
#include "content-engine/source/source_text.h"
#include "content-engine/source/tables.h"

using namespace content;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<Finding> findings;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = clean_text(bytes, "f", findings);
  const CsvFile table = parse_csv(text, "f", findings);
  for (const CsvRow& row : table.rows)
    if (row.cells.size() != table.header.cells.size() || row.line < 1)
      std::abort();
  read_facts(text, findings);
  read_places(text, findings);
  return 0;
}
