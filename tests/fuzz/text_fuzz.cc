// Any bytes as a text, in any language, direction, width and size: laid out in bounded time, and
// every promise of the engine holds.
#include <array>
#include <cstdlib>
#include <iostream>
#include <string>

#include "tests/kiosk/text/case.h"
#include "tests/kiosk/text/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static kiosk::Typesetter typesetter(kiosk::built_stack());
  constexpr std::array<const char*, 12> languages{"de", "ar", "ur", "zh-Hans", "hi", "th",
                                                  "tr", "he", "ti", "ta",      "km", "xx"};
  constexpr std::array<float, 6> widths{0, 1, 47, 200, 512, 3000};
  if (size < 3 || size > 4096)
    return 0;
  kiosk::ParagraphRequest request;
  request.language = languages[data[0] % languages.size()];
  request.width = widths[data[1] % widths.size()];
  request.direction = static_cast<kiosk::BaseDirection>(data[1] / widths.size() % 4);
  request.style.size = static_cast<float>(data[2] % 120 + 8);
  request.isolation = static_cast<kiosk::Isolation>(data[2] / 120 % 2);
  request.text.assign(reinterpret_cast<const char*>(data + 3), size - 3);
  for (const std::string& breach : kiosk::broken_promises(typesetter, request)) {
    std::cerr << breach << "\n";
    std::abort();
  }
  static_cast<void>(typesetter.set(request));
  return 0;
}
