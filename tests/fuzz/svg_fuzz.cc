// Any bytes as a pictogram: refused, or drawn at a small and an odd size.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kiosk/canvas/drawing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto drawing = kiosk::parse_drawing({reinterpret_cast<const char*>(data), size});
  if (drawing) {
    for (const int side : {40, 117}) {
      static_cast<void>(kiosk::rasterise(*drawing, side));
    }
  }
  return 0;
}
