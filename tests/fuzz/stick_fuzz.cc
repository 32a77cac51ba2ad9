// A stick as the input says («f a/b», «d a», «l a b»): nothing outside is ever read.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "content-engine/repository/folder_transport.h"
#include "tests/fixtures/temporary_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const TemporaryFolder folder;
  const auto stick = folder / "stick";
  create_directory(stick);
  std::ofstream(folder / "secret");
  std::istringstream lines({reinterpret_cast<const char*>(data), size});
  std::error_code ignored;
  for (std::string kind, name, to; lines >> kind >> name;) {
    const auto place = std::filesystem::weakly_canonical(stick / name, ignored).string();
    const bool below = !ignored && place.starts_with(stick.string() + "/");
    if (kind == "f" && below)
      std::ofstream(place) << "on the stick";
    else if (kind == "d" && below)
      std::filesystem::create_directories(place, ignored);
    else if (kind == "l" && below && lines >> to)
      std::filesystem::create_symlink(to, place, ignored);
    const auto got = content::FolderTransport(stick).fetch(name, 100);
    if (got && (*got != "on the stick" || !below))
      std::abort();
  }
  return 0;
}
