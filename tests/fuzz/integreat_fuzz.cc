// Hostile answers of a content API: JSON, HTML and the page tree in one go.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "content-engine/source/html_page.h"
#include "content-engine/source/integreat.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  content::ImportReport report;
  content::read_html(
      text, [](std::string_view) { return std::string(); }, report);
  auto pages = content::parse_integreat_pages(text, "input");
  if (!pages)
    return 0;
  const auto imported = content::join_integreat({{"de", "input", std::move(*pages)}}, {}, {});
  if (!imported.report.every_page_kept())
    __builtin_trap();
  return 0;
}
