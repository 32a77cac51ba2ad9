// A recording from a stranger: whatever its bytes, it is refused or has a length, and a text that a
// clip is found by is found by itself.
#include <cstdint>
#include <cstdlib>

#include "content-engine/model/clip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto length = content::recording_length(bytes);
  if (length && length->count() < 0)
    std::abort();
  const std::string text = content::clip_text(bytes);
  if (content::clip_text(text) != text)
    std::abort();
  return 0;
}
