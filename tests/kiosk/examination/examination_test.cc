// The kiosk's half of the self-test: a sound library passes, and each planted fault is found by
// exactly its check.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "kiosk/examination/content_checks.h"
#include "kiosk/examination/golden_pages.h"
#include "kiosk/examination/parity_check.h"
#include "kiosk/examine.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/fixtures/whole_bundle.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

const fs::path fonts = BINARY_DIR "/share/wegweiser/fonts";

// The sample, with one thing that a test may break.
class BrokenLibrary final : public content::Library {
 public:
  std::string closed;      // a topic whose pages do not open
  std::string more_words;  // at the end of every page
  std::string unfindable;  // a topic that no search finds

  const content::Town& town() const override { return sample_.town(); }
  const std::vector<content::Language>& languages() const override { return sample_.languages(); }
  const content::Language* language(std::string_view tag) const override {
    return sample_.language(tag);
  }
  std::string_view word(std::string_view language, std::string_view key) const override {
    return sample_.word(language, key);
  }
  std::vector<content::WayIn> situations() const override { return sample_.situations(); }
  std::vector<content::WayIn> groups() const override { return sample_.groups(); }
  std::vector<content::TopicEntry> topics_of_situation(std::string_view id,
                                                       std::string_view language) const override {
    return sample_.topics_of_situation(id, language);
  }
  std::vector<content::TopicEntry> topics_of_group(std::string_view id,
                                                   std::string_view language) const override {
    return sample_.topics_of_group(id, language);
  }
  std::vector<content::TopicEntry> topics_below(std::string_view id,
                                                std::string_view language) const override {
    return sample_.topics_below(id, language);
  }
  content::Result<content::TopicPage> page(std::string_view topic, std::string_view language,
                                           content::Date today) const override {
    if (topic == closed)
      return content::Failure{content::Refusal::Malformed, "planted"};
    auto page = sample_.page(topic, language, today);
    if (page && !page->elements.empty())
      page->elements.back().text += more_words;
    return page;
  }
  content::Result<content::NotInLanguage> fallback(std::string_view topic,
                                                   std::string_view language) const override {
    return sample_.fallback(topic, language);
  }
  std::optional<content::Place> place(std::string_view id) const override {
    return sample_.place(id);
  }
  const content::Registers& registers() const override { return sample_.registers(); }
  std::optional<content::Picture> picture(std::string_view id,
                                          std::string_view language) const override {
    return sample_.picture(id, language);
  }
  content::Sound clip(std::string_view language, std::string_view text) const override {
    return sample_.clip(language, text);
  }
  std::optional<std::string> fact(std::string_view id, std::string_view language,
                                  content::Date today) const override {
    return sample_.fact(id, language, today);
  }
  content::SearchAnswer search(std::string_view language, std::string_view query,
                               int limit) const override {
    auto answer = sample_.search(language, query, limit);
    std::erase_if(answer.hits, [&](const auto& hit) { return hit.id == unfindable; });
    return answer;
  }

 private:
  SampleLibrary sample_;
};

struct Bench {
  Stage stage;
  BrokenLibrary library;

  // What does not pass.
  std::map<std::string, Grade> wrong() {
    std::map<std::string, Grade> found;
    for (const Remark& remark :
         {examine_pages(library, stage.moment.today),
          examine_glyphs(library, *stage.text, stage.moment.today), examine_search(library),
          examine_parity(library, *stage.text, stage.moment),
          examine_reading_aloud(library, "sh", stage.moment.today)}) {
      INFO(remark.reason.english << " " << remark.figure);
      CHECK_FALSE(remark.reason.german.empty());
      CHECK(remark.remedy.english.empty() == (remark.grade == Grade::Pass));
      figures[remark.check] = remark.figure;
      if (remark.grade != Grade::Pass)
        found[remark.check] = remark.grade;
    }
    return found;
  }
  std::map<std::string, std::string> figures;
};

}  // namespace

TEST_SUITE("examination") {
  TEST_CASE("a sound edition passes, in every language [R35]") {
    Bench bench;
    for (const auto& [check, grade] : bench.wrong())
      FAIL_CHECK(check << ": " << bench.figures.at(check));
    CHECK(bench.figures.at("parity") ==
          std::to_string(bench.library.languages().size()) + " languages");
  }

  TEST_CASE("a character that no font has is named, with its language") {
    Bench bench;
    bench.library.more_words = " \U00012000";
    CHECK(bench.wrong() == std::map<std::string, Grade>{{"glyphs", Grade::Fail}});
    CHECK(bench.figures.at("glyphs").find("de: U+12000") != std::string::npos);
  }

  TEST_CASE("a title that search does not find is named") {
    Bench bench;
    bench.library.unfindable = "anmelden";
    CHECK(bench.wrong() == std::map<std::string, Grade>{{"search", Grade::Fail}});
    CHECK(bench.figures.at("search").find("de: anmelden") != std::string::npos);
  }

  TEST_CASE("a page that does not open is named, and what it would have offered is missing [R35]") {
    Bench bench;
    bench.library.closed = "anmelden";
    const auto wrong = bench.wrong();
    CHECK(wrong.at("pages") == Grade::Fail);
    CHECK(bench.figures.at("pages").find("de: anmelden") != std::string::npos);
    CHECK(wrong.at("parity") == Grade::Fail);
    CHECK(bench.figures.at("parity").find("take-along") != std::string::npos);
  }

  TEST_CASE("a language that nobody reads out is named; without the program it is a warning") {
    const SampleLibrary library;
    const content::Date today{2026, 11, 23};
    CHECK(examine_reading_aloud(library, "sh", today).grade == Grade::Pass);
    const Remark missing = examine_reading_aloud(library, "no-such-voice", today);
    CHECK(missing.grade == Grade::Warn);
    CHECK(missing.figure == "no-such-voice");
    SampleLibrary more;
    more.speak({"ti", "ti", "Ethi", content::Direction::LeftToRight, "ትግርኛ", "እንቋዕ",
                content::Tier::Complete, 99});
    CHECK(examine_reading_aloud(more, "/bin/sh", today).figure.ends_with("none: ti"));
  }

  TEST_CASE("glyph sheets are drawn the same every time, as they were approved") {
    const Stage stage;
    const auto sheets = draw_sheets(fonts, *stage.text);
    REQUIRE(sheets);
    CHECK(sheets->size() > 40);
    const auto golden = read_golden_pages(BINARY_DIR "/share/wegweiser/golden-pages.ini");
    REQUIRE(golden);
    const Remark all = examine_golden_pages(*sheets, *golden);
    INFO(all.figure);
    CHECK(all.grade == Grade::Pass);
    const auto again = draw_sheets(fonts, *stage.text, {"ar", "tr"});
    REQUIRE(again);
    REQUIRE(again->size() == 2);
    for (const Sheet& sheet : *again)
      CHECK(golden->at(sheet.language).front() == sheet.hash);
    GoldenPages other = *golden;
    other.at("ar") = {std::string(64, '0')};
    const Remark changed = examine_golden_pages(*again, other);
    CHECK(changed.grade == Grade::Fail);
    CHECK(changed.figure == "ar");
    // Another kind of machine may round otherwise: any of the hashes will do.
    other.at("ar").push_back(golden->at("ar").front());
    CHECK(examine_golden_pages(*again, other).grade == Grade::Pass);
    other.erase("tr");
    CHECK(examine_golden_pages(*again, other).grade == Grade::Fail);
  }

  TEST_CASE("golden pages are read as they are written, and nothing else is") {
    const std::string hash(64, 'a');
    const GoldenPages pages{{"ar", {hash, std::string(64, 'b')}}, {"tr", {hash}}};
    const auto read = parse_golden_pages(written(pages));
    REQUIRE(read);
    CHECK(*read == pages);
    const std::vector<std::string> others{"ar " + hash, "ar = ", "ar = abc", "ar = " + hash + " x",
                                          "ar = " + hash + "\nar = " + hash};
    for (const std::string& wrong : others)
      CHECK_FALSE(parse_golden_pages(wrong));
  }

  TEST_CASE("the whole of it answers as JSON, and bundle and fonts fail each for itself") {
    const TemporaryFolder folder;
    const fs::path bundle = folder / "bundle";
    std::ofstream(bundle, std::ios::binary) << whole_bundle("an edition");
    Examining it{.place = {.bundle = bundle, .vouching = Vouching::ByHand, .fonts = fonts},
                 .golden_pages = BINARY_DIR "/share/wegweiser/golden-pages.ini",
                 .speech_program = "sh",
                 .wall = [](const std::string& zone) { return wall_time(zone); }};
    const Log quiet = [](const std::string&) {};
    const auto grades = [&] {
      std::map<std::string, Grade> found;
      for (const Remark& remark : examine(it, quiet))
        found[remark.check] = remark.grade;
      return found;
    };
    auto found = grades();
    CHECK(found.size() == 6);
    CHECK(found.at("pages") == Grade::Pass);
    CHECK(found.at("golden-pages") == Grade::Pass);
    const auto json = nlohmann::json::parse(to_json(examine(it, quiet), "1.0"));
    CHECK(json["wegweiser_examination"] == 1);
    CHECK(json["program"] == "1.0");
    CHECK(json["checks"][0]["check"] == "pages");
    CHECK(json["checks"][0]["result"] == "pass");

    std::ofstream(bundle, std::ios::binary | std::ios::trunc) << "SQLite format 3";
    found = grades();
    CHECK(found.at("pages") == Grade::Fail);
    CHECK(found.at("search") == Grade::NotApplicable);
    CHECK(found.at("golden-pages") == Grade::Pass);
    it.golden_pages = folder / "none";
    CHECK(grades().at("golden-pages") == Grade::Fail);
    std::ofstream(bundle, std::ios::binary | std::ios::trunc) << whole_bundle("an edition");
    it.place.fonts = folder / "none";
    found = grades();
    CHECK(found.at("golden-pages") == Grade::Fail);
    CHECK(found.at("pages") == Grade::NotApplicable);
  }

  TEST_CASE("pictures and new hashes are written where they are wanted") {
    const TemporaryFolder folder;
    REQUIRE(write_sheets(fonts, folder.path()));
    std::ifstream png(folder / "ar.png", std::ios::binary);
    char start[4] = {};
    png.read(start, 4);
    CHECK(std::string(start + 1, 3) == "PNG");
    const fs::path file = folder / "golden";
    REQUIRE(write_golden_pages(fonts, file));
    const auto once = read_golden_pages(file);
    REQUIRE(once);
    REQUIRE(write_golden_pages(fonts, file));  // nothing new
    CHECK(*read_golden_pages(file) == *once);
    std::ofstream(file) << "ar = " << std::string(64, '0') << "\n";
    REQUIRE(write_golden_pages(fonts, file));
    CHECK(read_golden_pages(file)->at("ar").size() == 2);
  }
}
