// Any bytes as a file and as a row stream. The first byte says which, the second how many pages the
// file has: a file must come back from its stream, a stream must never write beyond the file.
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "content-engine/bundle/format.h"
#include "content-engine/repository/row_stream.h"

using namespace content;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2)
    return 0;
  const std::vector<char> bytes(data + 2, data + size);
  if (data[0] % 2 == 0) {
    // Of exactly that size, so that the sanitizer sees the first byte too many.
    std::vector<char> file(data[1] % 8 * static_cast<std::size_t>(bundle_page_size) + data[1] / 8);
    (void)lay_out_rows(bytes, file);
    return 0;
  }
  std::vector<char> stream(row_stream_bound(bytes.size()));
  const std::size_t length = write_row_stream(bytes, stream);
  std::vector<char> back(bytes.size());
  if (length == 0 || !lay_out_rows(std::span(stream).first(length), back) || back != bytes)
    std::abort();
  return 0;
}
