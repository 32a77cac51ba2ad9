#include "content-engine/compile/compile.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "content-engine/reader/library.h"
#include "kiosk/text/paragraph.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;

static constexpr Date today{2026, 3, 2};
static const fs::path town = fs::path(SOURCE_DIR) / "tests/fixtures/town";

static kiosk::TextEngine& engine() {
  static const auto opened =
      kiosk::TextEngine::open(fs::path(BINARY_DIR) / "share/wegweiser/fonts");
  REQUIRE(opened);
  return **opened;
}

static std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST_CASE("two builds of the same folder are the same bytes, on any day") {
  const TemporaryFolder out;
  const auto first = compile(town, out.path() / "a", today, engine());
  const auto second = compile(town, out.path() / "b", Date{2026, 3, 20}, engine());
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->sha256.size() == 64);
  CHECK(first->sha256 == second->sha256);
  CHECK(slurp(out.path() / "a") == slurp(out.path() / "b"));
}

TEST_CASE("with errors nothing is written, with warnings the bundle is") {
  const TemporaryFolder out;
  const auto expired = compile(town, out.path() / "a", Date{2027, 1, 1}, engine());
  REQUIRE(expired);
  CHECK(has_errors(expired->checked.findings));
  CHECK(expired->sha256.empty());
  CHECK_FALSE(fs::exists(out.path() / "a"));
  const auto warned = compile(town, out.path() / "a", Date{2026, 12, 1}, engine());
  REQUIRE(warned);
  CHECK_FALSE(warned->checked.findings.empty());
  CHECK(fs::exists(out.path() / "a"));
}

TEST_CASE("no folder and no place to write are failures") {
  const TemporaryFolder out;
  CHECK_FALSE(compile(out.path() / "none", out.path() / "a", today, engine()));
  CHECK_FALSE(compile(town, out.path() / "none" / "a", today, engine()));
}

TEST_CASE("[R29] what was written is what a kiosk reads, facts filled in") {
  const TemporaryFolder out;
  REQUIRE(compile(town, out.path() / "a", today, engine()));
  const auto library = Library::open(out.path() / "a");
  REQUIRE(library);
  const auto page = (*library)->page("anmelden", "tr", today);
  REQUIRE(page);
  CHECK(page->title == "Yeni taşındım");
  std::string all;
  for (const Element& element : page->elements)
    all += element.text + '\n';
  CHECK(all.find("27,60") != std::string::npos);
  CHECK((*library)->fallback("bibliothek", "ar")->languages ==
        std::vector<std::string>{"de", "tr"});
}
