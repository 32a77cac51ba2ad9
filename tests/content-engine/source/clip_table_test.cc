#include "content-engine/source/clip_table.h"

#include <doctest/doctest.h>

#include <fstream>

#include "content-engine/source/tree.h"
#include "content-engine/source/tree_writer.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

// A town with two recordings; the second row's text is written with other blanks than it is kept.
class RecordedTown final {
 public:
  RecordedTown() {
    fs::copy(SOURCE_DIR "/tests/fixtures/town", folder_.path(), fs::copy_options::recursive);
    fs::create_directories(folder_.path() / "clips/ar/hilfe");
    for (const char* name : {"clips/ar/eins.ogg", "clips/ar/hilfe/zwei.ogg"})
      fs::copy_file(SOURCE_DIR "/tests/fixtures/tone.ogg", folder_.path() / name);
    write("file,text,language\neins.ogg,نعم,ar\nhilfe/zwei.ogg,\" قل  ماذا\\nحدث.\",ar\n");
  }

  void write(const std::string& table) {
    std::ofstream(folder_.path() / "clips.csv", std::ios::binary) << table;
  }
  const fs::path& path() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_SUITE("source/clips") {
  TEST_CASE("a row is a recording and what it is heard for") {
    const RecordedTown town;
    const auto source = read_source(town.path());
    REQUIRE(source);
    CHECK(source->findings.empty());
    const std::vector<Clip>& clips = source->edition.clips;
    REQUIRE(clips.size() == 2);
    CHECK(clips[0].language == "ar");
    CHECK(clips[0].file == "clips/ar/eins.ogg");
    CHECK(clips[1].line == 3);
    CHECK(clips[1].text == "قل ماذا حدث.");
    CHECK(recording_length(clips[1].bytes));
  }

  TEST_CASE("a way out of the folder is a file that is not there") {
    RecordedTown town;
    town.write("language;file;text\nar;../../town.ogg;نعم\nar;/etc/x.ogg;لا\n");
    const auto source = read_source(town.path());
    REQUIRE(source);
    CHECK(source->edition.clips[0].bytes.empty());
    CHECK(source->edition.clips[1].bytes.empty());
    int missing = 0;
    for (const Finding& finding : source->findings)
      missing += finding.rule == "file-missing" ? 1 : 0;
    CHECK(missing == 2);
  }

  TEST_CASE("what no longer fits in a bundle is said once, and read no further") {
    const RecordedTown town;
    std::vector<Finding> findings;
    auto folder = Folder::open(town.path(), findings);
    REQUIRE(folder);
    const std::size_t one = fs::file_size(town.path() / "clips/ar/eins.ogg");
    const std::string rows = "language;file;text\nar;eins.ogg;a\nar;eins.ogg;b\nar;eins.ogg;c\n";
    const std::vector<Clip> clips = read_clips(rows, *folder, findings, one * 2 - 1);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "file-size");
    CHECK(findings[0].line == 3);
    CHECK(clips[0].bytes.size() == one);
    CHECK(clips[1].bytes.empty());
    CHECK(clips[2].bytes.empty());
    findings.clear();
    read_clips(rows, *folder, findings, one * 3);
    CHECK(findings.empty());
  }

  TEST_CASE("a folder that is written has its recordings again") {
    const RecordedTown town;
    const auto source = read_source(town.path());
    REQUIRE(source);
    const TemporaryFolder written;
    REQUIRE(write_tree(source->edition, written.path()));
    const auto again = read_source(written.path());
    REQUIRE(again);
    CHECK(again->findings.empty());
    REQUIRE(again->edition.clips.size() == 2);
    for (std::size_t at = 0; at < 2; ++at) {
      CHECK(again->edition.clips[at].text == source->edition.clips[at].text);
      CHECK(again->edition.clips[at].bytes == source->edition.clips[at].bytes);
    }
  }
}
