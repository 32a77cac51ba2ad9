// A self-test's result: a file that another user wrote, shown on the screen and put into a code.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kiosk/selftest/selftest_result.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto result = kiosk::parse_selftest({reinterpret_cast<const char*>(data), size});
  if (result) {
    constexpr std::size_t most = 900;
    static_cast<void>(kiosk::worst_first(result->checks));
    static_cast<void>(kiosk::short_form(*result, most));
  }
  return 0;
}
