// Any bytes as a bundle that passed its hash; the header's numbers are put right beforehand.
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "content-engine/bundle/database.h"
#include "content-engine/bundle/edition_reader.h"
#include "tests/content-engine/bundle/walk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto path =
      std::filesystem::temp_directory_path() / ("fuzz-" + std::to_string(getpid()) + ".bundle");
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t pages = size / 4096 + (size % 4096 != 0 || size == 0 ? 1 : 0);
  bytes.resize(pages * 4096);
  bytes.replace(0, 20, std::string("SQLite format 3\0\x10\0\1\1", 20));
  bytes.replace(28, 4, {0, 0, static_cast<char>(pages >> 8), static_cast<char>(pages)});
  bytes.replace(60, 4, {0, 0, 0, 1});
  bytes.replace(68, 4, "WegB");
  std::ofstream(path, std::ios::binary) << bytes;
  if (const auto library = content::Library::open(path))
    content::walk(**library);
  if (auto bundle = content::Database::open(path); bundle && bundle->quick_check())
    (void)content::read_edition(*bundle);
  std::filesystem::remove(path);
  return 0;
}
