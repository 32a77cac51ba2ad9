#include "tools/specimen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "kiosk/text/fonts.h"
#include "kiosk/widgets/fits.h"

using namespace kiosk;

namespace {

const std::filesystem::path fonts = BINARY_DIR "/share/wegweiser/fonts";

std::vector<Specimen> specimens() {
  auto read = read_specimens(fonts);
  REQUIRE(read);
  return *std::move(read);
}

}  // namespace

TEST_CASE("every language of the font stack has a specimen, or is another name of one that has") {
  const auto stack = FontStack::read(fonts);
  REQUIRE(stack);
  const auto all = specimens();
  for (const Specimen& one : all) {
    CAPTURE(one.language);
    CHECK(!one.name.empty());
    CHECK(one.text.find("02323") != std::string::npos);
  }
  const std::vector<std::string> others{"crh", "kmr", "mr",    "pes",  "prs",
                                        "tl",  "zh",  "zh-HK", "zh-TW"};
  for (const std::string& language : stack->languages()) {
    CAPTURE(language);
    const bool shown = std::any_of(all.begin(), all.end(),
                                   [&](const Specimen& one) { return one.language == language; });
    CHECK(shown != (std::find(others.begin(), others.end(), language) != others.end()));
  }
}

TEST_CASE("the specimen sheet fits at every size of text, upright and across, without a gap") {
  const auto all = specimens();
  auto text = TextEngine::open(fonts);
  REQUIRE(text);
  for (const Size size : {Size{1080, 1920}, Size{1920, 1080}}) {
    for (const auto step : {TextSize{0}, TextSize{1}, TextSize{2}, TextSize{3}}) {
      const Look look{Panel{.size = size}, Theme::Light, step};
      std::size_t shown = 0;
      for (int page = 1, pages = 1; page <= pages; ++page) {
        const Scene scene = specimen_sheet(all, look, page, **text);
        pages = scene.pages;
        shown += scene.root.children.size();
        CAPTURE(page);
        for (const std::string& misfit : misfits(scene.root, look))
          FAIL_CHECK(misfit);
      }
      CHECK(shown == all.size());
    }
  }
}

TEST_CASE("a specimen file that cannot be understood is refused with its line") {
  const auto folder = std::filesystem::path(BINARY_DIR) / "tests/specimens";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "specimens.ini") << "; nothing\n[de]\nname = Deutsch\ncolour = blue\n";
  const auto read = read_specimens(folder);
  REQUIRE(!read);
  CHECK(read.failure().refusal == content::Refusal::Malformed);
  CHECK(read.failure().message.find("specimens.ini:4") != std::string::npos);
  CHECK(!read_specimens(folder / "nowhere"));
}
