#include "content-engine/rules/rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "content-engine/compile/compile.h"
#include "content-engine/rules/rule.h"
#include "content-engine/source/folder.h"
#include "kiosk/text/paragraph.h"
#include "tests/content-engine/rules/planted_mistakes.h"
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

static void spill(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

static void apply(const Edit& edit, const fs::path& folder) {
  const fs::path file = folder / edit.file;
  switch (edit.kind) {
    case Edit::Kind::Replace: {
      std::string text = slurp(file);
      const std::size_t at = text.find(edit.from);
      REQUIRE_MESSAGE(at != std::string::npos, edit.file, " has no ", edit.from);
      spill(file, text.replace(at, edit.from.size(), edit.to));
      break;
    }
    case Edit::Kind::Append:
      spill(file, slurp(file) + edit.to);
      break;
    case Edit::Kind::Write:
      spill(file, edit.to);
      break;
    case Edit::Kind::Remove:
      REQUIRE(fs::remove(file));
      break;
    case Edit::Kind::Link:
      fs::create_symlink(edit.from, file);
      break;
    case Edit::Kind::Pad:
      fs::resize_file(file, longest_picture + 1);
      break;
  }
}

static std::vector<Finding> findings_of(const fs::path& folder, Date day = today) {
  const auto checked = check_folder(folder, day, engine());
  REQUIRE(checked);
  return checked->findings;
}

static std::string lines(const std::vector<Finding>& findings, MessageLanguage language) {
  std::string text;
  for (const Finding& finding : findings)
    text += to_line(finding, language) + '\n';
  return text;
}

static std::vector<Finding> findings_with(const PlantedMistake& mistake) {
  const TemporaryFolder copy;
  fs::copy(town, copy.path(), fs::copy_options::recursive);
  for (const Edit& edit : mistake.edits)
    apply(edit, copy.path());
  return findings_of(copy.path());
}

TEST_CASE("a town without mistakes has no findings") {
  CHECK(lines(findings_of(town), MessageLanguage::English) == "");
}

TEST_CASE("a planted mistake is found where it is, by its rule, and nothing else is") {
  const std::vector<Rule> rules = all_rules();
  for (const PlantedMistake& mistake : planted_mistakes()) {
    CAPTURE(mistake.rule);
    const std::vector<Finding> findings = findings_with(mistake);
    CAPTURE(lines(findings, MessageLanguage::English));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == mistake.rule);
    CHECK(findings[0].file == mistake.file);
    CHECK(findings[0].line == mistake.line);
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const Rule& each) { return each.id == mistake.rule; });
    REQUIRE(rule != rules.end());
    CHECK(findings[0].severity == rule->severity);
  }
}

TEST_CASE("every rule that is listed has a planted mistake") {
  std::set<std::string> planted;
  for (const PlantedMistake& mistake : planted_mistakes())
    planted.insert(mistake.rule);
  std::set<std::string> listed;
  std::string last;
  for (const Rule& rule : all_rules()) {
    CHECK_MESSAGE(last < rule.id, "the list is sorted: ", rule.id);
    CHECK_FALSE(rule.about.german.empty());
    CHECK_FALSE(rule.about.english.empty());
    last = rule.id;
    listed.insert(rule.id);
  }
  CHECK(planted == listed);
}

TEST_CASE("the guide for editors explains every rule") {
  const std::string guide = slurp(fs::path(SOURCE_DIR) / "content/README.md");
  for (const Rule& rule : all_rules()) {
    const bool warning = rule.severity == Severity::Warning;
    CHECK_MESSAGE(guide.find("| `" + rule.id + (warning ? "` W |" : "` |")) != std::string::npos,
                  rule.id);
  }
}

TEST_CASE("all mistakes are reported at once") {
  const TemporaryFolder copy;
  fs::copy(town, copy.path(), fs::copy_options::recursive);
  // Those that touch different places of the town.
  const std::set<std::string> together{"fact-typed",    "former-name", "link-topic", "plan-twice",
                                       "words-pattern", "place-hours", "owner"};
  std::set<std::string> found;
  for (const PlantedMistake& mistake : planted_mistakes())
    if (together.count(mistake.rule) != 0)
      for (const Edit& edit : mistake.edits)
        apply(edit, copy.path());
  for (const Finding& finding : findings_of(copy.path()))
    found.insert(finding.rule);
  CHECK(found == together);
}

// What editors read, in both languages; WEGWEISER_REBASELINE=1 writes it anew.
TEST_CASE("messages say what is wrong and what to do") {
  std::vector<Finding> all;
  for (const PlantedMistake& mistake : planted_mistakes())
    for (const Finding& finding : findings_with(mistake))
      all.push_back(finding);
  for (const auto& [name, language] : {std::pair("planted.de.txt", MessageLanguage::German),
                                       std::pair("planted.en.txt", MessageLanguage::English)}) {
    const fs::path golden = fs::path(SOURCE_DIR) / "tests/golden/findings" / name;
    if (std::getenv("WEGWEISER_REBASELINE") != nullptr)
      spill(golden, lines(all, language));
    CHECK(lines(all, language) == slurp(golden));
  }
}

TEST_CASE("the town of Herne has no findings on the day of its edition") {
  CHECK(lines(findings_of(fs::path(SOURCE_DIR) / "content/herne", Date{2026, 11, 23}),
              MessageLanguage::English) == "");
}
