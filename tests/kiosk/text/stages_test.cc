// Every stage of every paragraph in tests/golden/paragraphs beside what was reviewed.
// WEGWEISER_REBASELINE=1 writes the goldens anew.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/kiosk/text/case.h"
#include "tests/kiosk/text/invariants.h"

using namespace kiosk;

namespace {

const std::filesystem::path golden = SOURCE_DIR "/tests/golden";

void compare(const std::string& stage, const std::string& name, const std::string& found) {
  const auto file = golden / stage / (name + ".txt");
  if (std::getenv("WEGWEISER_REBASELINE") != nullptr) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << found;
  }
  std::ifstream in(file, std::ios::binary);
  CAPTURE(file);
  REQUIRE(in.is_open());
  CHECK(found == std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace

TEST_SUITE("text/stages") {
  TEST_CASE("every stage of every specimen is as reviewed [R17]") {
    Typesetter typesetter(built_stack());
    const auto& files = typesetter.stack().files();
    std::set<std::string> names;
    for (const Case& specimen : read_cases(golden / "paragraphs")) {
      names.insert(specimen.name + ".txt");
      std::string segments;
      std::string runs;
      std::string glyphs;
      std::string lines;
      for (const auto& stages : typesetter.stages(specimen.request)) {
        segments += stages.segmented.dump();
        runs += stages.itemised.dump(stages.segmented.text, files);
        glyphs += stages.shaped.dump(stages.segmented, stages.itemised, typesetter.faces());
        lines += dump(stages.lines);
      }
      compare("segments", specimen.name, segments);
      compare("runs", specimen.name, runs);
      compare("glyphs", specimen.name, glyphs);
      compare("lines", specimen.name, lines);
    }
    for (const char* stage : {"segments", "runs", "glyphs", "lines"})
      for (const auto& entry : std::filesystem::directory_iterator(golden / stage))
        CHECK_MESSAGE(names.count(entry.path().filename().string()) == 1, entry.path());
  }

  TEST_CASE("the promises hold for every specimen at every width") {
    Typesetter typesetter(built_stack());
    for (Case& specimen : read_cases(golden / "paragraphs")) {
      for (const float width : {0.0F, 1.0F, 60.0F, 150.0F, 333.0F, 900.0F}) {
        specimen.request.width = width;
        CAPTURE(specimen.name);
        CAPTURE(width);
        for (const std::string& breach : broken_promises(typesetter, specimen.request))
          FAIL_CHECK(breach);
      }
    }
  }
}
