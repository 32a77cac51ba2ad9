// Any bytes as a packed bundle or delta: never a crash, never a byte outside of what was promised.
// The first two bytes say how long the result has to be, the third whether there is a base.
#include <cstdint>
#include <string>
#include <vector>

#include "content-engine/repository/delta.h"

using namespace content;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3)
    return 0;
  static const std::string base = [] {
    std::string text;
    for (int line = 0; line < 500; ++line)
      text += "line " + std::to_string(line * 7919 % 500) + " of the old bundle\n";
    return text;
  }();
  // Of exactly that size, so that the sanitizer sees the first byte too many.
  std::vector<char> to(static_cast<std::size_t>(data[0]) * 256 + data[1]);
  const std::vector<char> packed(data + 3, data + size);
  (void)unpack(packed, data[2] % 2 == 0 ? std::string() : base, to);
  return 0;
}
