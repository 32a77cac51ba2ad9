// Any bytes as a picture of a bundle: refused, or scaled into a small place.
#include <cstddef>
#include <cstdint>

#include "kiosk/canvas/png_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto picture = kiosk::decode_png({reinterpret_cast<const char*>(data), size});
  if (picture) {
    static_cast<void>(kiosk::scaled_to_fit(*picture, {33, 21}));
  }
  return 0;
}
