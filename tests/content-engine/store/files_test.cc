#include "content-engine/store/files.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

using namespace content;
namespace fs = std::filesystem;

namespace {

struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "files-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::runtime_error("no temporary folder");
    path = pattern;
  }
  ~Folder() { fs::remove_all(path); }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(path))
      found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
  }
  fs::path path;
};

}  // namespace

TEST_SUITE("store/files") {
  TEST_CASE("a file is replaced whole and nothing is left beside it") {
    const Folder folder;
    const std::string old(100'000, 'a'), fresh("\0b\n", 3);
    REQUIRE(write_file(folder.path / "x", old));
    REQUIRE(write_file(folder.path / "x", fresh));
    CHECK(*read_file(folder.path / "x", 3) == fresh);
    CHECK(folder.names() == std::vector<std::string>{"x"});
  }

  TEST_CASE("a name without a folder is in the current one") {
    const Folder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path);
    const bool written = static_cast<bool>(write_file("y", "1"));
    fs::current_path(before);
    CHECK(written);
    CHECK(folder.names() == std::vector<std::string>{"y"});
  }

  TEST_CASE("a temporary file that a power cut left behind is overwritten") {
    const Folder folder;
    REQUIRE(write_file(folder.path / "x.new", std::string(9000, 'z')));
    REQUIRE(write_file(folder.path / "x", "1"));
    CHECK(*read_file(folder.path / "x", 10) == "1");
    CHECK(folder.names() == std::vector<std::string>{"x"});
  }

  TEST_CASE("a link in the temporary file's place is not followed") {
    const Folder folder;
    REQUIRE(write_file(folder.path / "victim", "untouched"));
    fs::create_symlink(folder.path / "victim", folder.path / "x.new");
    CHECK_FALSE(write_file(folder.path / "x", "1"));
    CHECK(*read_file(folder.path / "victim", 100) == "untouched");
  }

  TEST_CASE("what cannot be written says why and leaves the old file") {
    const Folder folder;
    CHECK(write_file(folder.path / "no" / "x", "1").failure().refusal == Refusal::NotFound);
    fs::create_directory(folder.path / "taken");
    REQUIRE(write_file(folder.path / "taken" / "inside", "1"));
    const auto refused = write_file(folder.path / "taken", "1");
    REQUIRE_FALSE(refused);
    CHECK(refused.failure().refusal == Refusal::Unavailable);
    CHECK(folder.names() == std::vector<std::string>{"taken"});
  }

  TEST_CASE("a file is read up to its limit and no further") {
    const Folder folder;
    REQUIRE(write_file(folder.path / "x", std::string(1000, 'a')));
    CHECK(read_file(folder.path / "x", 999).failure().refusal == Refusal::TooLarge);
    CHECK(read_file(folder.path / "x", 1000)->size() == 1000);
    CHECK(read_file("/dev/zero", 1000).failure().refusal == Refusal::TooLarge);
    CHECK(read_file(folder.path / "none", 1).failure().refusal == Refusal::NotFound);
  }
}
