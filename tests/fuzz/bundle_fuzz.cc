// Any bytes as a bundle that passed its hash; the header's numbers are put right beforehand.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <string>

#include "content-engine/bundle/database.h"
#include "content-engine/bundle/edition_reader.h"
#include "tests/content-engine/bundle/walk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t pages = size / 4096 + 1;
  bytes.resize(pages * 4096);
  bytes.replace(0, 20, std::string("SQLite format 3\0\x10\0\1\1", 20));
  bytes.replace(28, 4, {0, 0, static_cast<char>(pages >> 8), static_cast<char>(pages)});
  bytes.replace(60, 4, {0, 0, 0, 1});
  bytes.replace(68, 4, "WegB");
  const int file = memfd_create("bundle", MFD_CLOEXEC);
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  if (write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())) {
    if (const auto library = content::Library::open(path))
      content::walk(**library);
    if (auto bundle = content::Database::open(path); bundle && bundle->quick_check())
      (void)content::read_edition(*bundle);
  }
  close(file);
  return 0;
}
