// A stranger's calendar or course table is read onto the town's clock or refused.
#include "content-engine/source/calendar_file.h"
#include "content-engine/source/offering_import.h"
#include "content-engine/source/provider_table.h"
#include "content-engine/source/source_text.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace content;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::vector<Finding> findings;
  const std::string text = clean_text(bytes, "f", findings);
  const ProviderRules rules{.source = "f", .today = {2026, 11, 23}};
  join_offerings({}, read_provider_table(text, "f").offerings, "f", rules);
  if (auto calendar = read_calendar(bytes, "f", {.today = rules.today}))
    join_offerings({}, std::move(calendar->events), "f", rules);
  return 0;
}
