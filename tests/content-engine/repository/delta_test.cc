#include "content-engine/repository/delta.h"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "content-engine/bundle/sha256.h"
#include "content-engine/repository/packing.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

std::string noise(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes)
    byte = static_cast<char>(random() % 64);
  return bytes;
}

std::string packed(const std::string& bytes, const std::string& base) {
  return pack(bytes, base, Packing::Quick);
}

void put(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string contents(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

struct Case {
  TemporaryFolder folder;
  std::string old_bytes = noise(300'000, 1), new_bytes = old_bytes;
  fs::path base = folder / "old", delta = folder / "delta", to = folder / "new";

  Case() {
    new_bytes.replace(100'000, 500, noise(900, 2));
    put(base, old_bytes);
    put(delta, packed(new_bytes, old_bytes));
  }
  Result<Done> run() const {
    return unpack_bundle(delta, base, new_bytes.size(), sha256(new_bytes), to);
  }
};

}  // namespace

TEST_CASE("a delta turns the old bundle into the new one") {
  const Case given;
  CHECK(fs::file_size(given.delta) < 3000);
  REQUIRE(given.run());
  CHECK(contents(given.to) == given.new_bytes);
}

TEST_CASE("a whole bundle is unpacked without a base") {
  const Case given;
  put(given.delta, packed(given.new_bytes, ""));
  REQUIRE(
      unpack_bundle(given.delta, {}, given.new_bytes.size(), sha256(given.new_bytes), given.to));
  CHECK(contents(given.to) == given.new_bytes);
}

TEST_CASE("a delta for another bundle, a damaged one or another file is a failure, not a file") {
  Case given;
  SUBCASE("wrong base") {
    put(given.base, noise(300'000, 3));
  }
  SUBCASE("no base") {
    put(given.base, "");
  }
  SUBCASE("cut") {
    fs::resize_file(given.delta, fs::file_size(given.delta) - 3);
  }
  SUBCASE("empty") {
    put(given.delta, "");
  }
  SUBCASE("something else") {
    put(given.delta, "SQLite format 3");
  }
  SUBCASE("twice") {
    put(given.delta, contents(given.delta) + contents(given.delta));
  }
  SUBCASE("a byte changed") {
    std::string bytes = contents(given.delta);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
    put(given.delta, bytes);
  }
  const auto done = given.run();
  REQUIRE_FALSE(done);
  CHECK((done.failure().refusal == Refusal::Malformed ||
         done.failure().refusal == Refusal::Untrusted));
  CHECK_FALSE(fs::exists(given.to));
}

TEST_CASE("what a delta unpacks to is bounded by the signed length") {
  const Case given;
  for (const std::size_t length : {given.new_bytes.size() - 1, given.new_bytes.size() + 1}) {
    CHECK_FALSE(unpack_bundle(given.delta, given.base, length, sha256(given.new_bytes), given.to));
    CHECK_FALSE(fs::exists(given.to));
  }
  CHECK(unpack_bundle(given.delta, given.base, 0, "", given.to).failure().refusal ==
        Refusal::TooLarge);
  CHECK(unpack_bundle(given.delta, given.base, 1ULL << 40, "", given.to).failure().refusal ==
        Refusal::TooLarge);
}

TEST_CASE("the right bytes under the wrong name are not the bundle") {
  const Case given;
  CHECK(unpack_bundle(given.delta, given.base, given.new_bytes.size(), sha256("other"), given.to)
            .failure()
            .refusal == Refusal::Untrusted);
  CHECK_FALSE(fs::exists(given.to));
}

TEST_CASE("files that are not there or cannot be written are said so") {
  const Case given;
  const auto length = given.new_bytes.size();
  CHECK(unpack_bundle(given.folder / "none", given.base, length, "", given.to).failure().refusal ==
        Refusal::NotFound);
  CHECK(unpack_bundle(given.delta, given.folder / "none", length, "", given.to).failure().refusal ==
        Refusal::NotFound);
  CHECK_FALSE(unpack_bundle(given.delta, given.base, length, "", given.folder / "no/new"));
}
