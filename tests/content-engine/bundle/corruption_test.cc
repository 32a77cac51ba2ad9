#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/bundle/edition_reader.h"
#include "tests/content-engine/bundle/bundle_file.h"
#include "tests/content-engine/bundle/sample_edition.h"
#include "tests/content-engine/bundle/walk.h"

using namespace content;

using Random = std::mt19937;

static std::size_t up_to(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit)(random);
}

// One way a card, a cable or a person damages a file.
static std::string damaged(std::string bytes, Random& random) {
  const std::size_t at = up_to(random, bytes.size() - 1);
  const auto noise = [&] { return static_cast<char>(up_to(random, 255)); };
  switch (up_to(random, 7)) {
    case 0:  // one bit
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << up_to(random, 7)));
      break;
    case 1:  // a few bytes anywhere
      for (std::size_t count = up_to(random, 15) + 1; count > 0; --count)
        bytes[up_to(random, bytes.size() - 1)] = noise();
      break;
    case 2:  // a stretch of noise
      for (std::size_t i = at; i < std::min(bytes.size(), at + 1 + up_to(random, 600)); ++i)
        bytes[i] = noise();
      break;
    case 3:  // cut off
      bytes.resize(at);
      break;
    case 4:  // cut off at a page, which SQLite itself might not notice
      bytes.resize(at / 4096 * 4096);
      break;
    case 5: {  // a page in place of another
      const std::size_t from = at / 4096 * 4096;
      const std::size_t to = up_to(random, bytes.size() / 4096 - 1) * 4096;
      bytes.replace(to, 4096, bytes.substr(from, 4096));
      break;
    }
    case 6:  // the head of a page: kind, cell count, pointers
      bytes[at / 4096 * 4096 + up_to(random, 40)] = noise();
      break;
    default:  // the file's own head and schema
      bytes[up_to(random, 4095)] = noise();
      break;
  }
  return bytes;
}

TEST_SUITE("bundle/corruption") {
  TEST_CASE("a thousand damaged bundles: none passes the hash, none crashes or hangs without it") {
    const std::string sound = *bundle_bytes(sample_edition());
    BundleFile file(sound);
    const std::string hash = file.sha256();
    Random random(20261123);
    int tried = 0, refused = 0, unreadable = 0, pages = 0;
    while (tried < 1000) {
      std::string bytes = damaged(sound, random);
      if (bytes == sound)
        continue;
      ++tried;
      file.replace(std::move(bytes));
      const auto untrusted = open_bundle(file.path(), hash);
      REQUIRE_FALSE(untrusted);
      REQUIRE(untrusted.failure().refusal == Refusal::Untrusted);

      // Whoever can sign can sign a damaged file: hash re-computed.
      auto bundle = open_bundle(file.path(), file.sha256());
      if (!bundle) {
        ++refused;
        REQUIRE_FALSE(bundle.failure().message.empty());
      } else if (!read_edition(*bundle)) {
        ++unreadable;
      }
      // And a card that goes bad after the check: no quick_check stands before this.
      if (const auto library = Library::open(file.path()))
        pages += walk(**library);
    }
    CHECK(refused > 300);
    CHECK(refused < 1000);
    CHECK(pages > 0);
    MESSAGE(refused << " refused, " << unreadable << " refused while reading");
  }
}
