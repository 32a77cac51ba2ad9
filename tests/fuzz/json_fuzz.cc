// Any bytes as JSON that trust reads: never a crash; what is read and written canonically is, where
// it can be read again (control characters go out raw), the same value in the same bytes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content-engine/trust/json.h"

using namespace content;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = parse_json({reinterpret_cast<const char*>(data), size});
  if (!json)
    return 0;
  const std::string once = canonical(*json);
  const auto again = parse_json(once);
  if (again && (*again != *json || canonical(*again) != once))
    std::abort();
  return 0;
}
