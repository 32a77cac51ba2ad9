#include "content-engine/source/tree.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;

static const fs::path town = fs::path(SOURCE_DIR) / "tests/fixtures/town";

TEST_CASE("the town's folder becomes an edition") {
  const auto source = read_source(town);
  REQUIRE(source);
  CHECK(source->findings.empty());
  const Edition& edition = source->edition;
  CHECK(edition.town.name == "Stadt Lindenau am See");
  CHECK(edition.town.edition == Date{2026, 3, 2});
  REQUIRE(edition.languages.size() == 3);
  CHECK(edition.languages[2].direction == Direction::RightToLeft);
  CHECK(edition.languages[2].tier == Tier::Selected);
  CHECK(edition.situations[1].family == "alarm");
  CHECK(edition.facts[1] == Fact{"ausweis.gebuehr", FactKind::Amount, "27.60", Date{2026, 1, 1},
                                 Date{2026, 12, 31}, "Gebührenordnung", Date{2026, 3, 1}, true, 3});
  CHECK(edition.places[0].hours == "Mo-We 08:00-15:30; Th 08:00-12:00,13:30-18:00");
  CHECK(edition.places[1].step_free == false);
  CHECK(edition.plan[3].due == Date{2026, 2, 1});
  CHECK(edition.plan[2].group == "families");
  CHECK(edition.pictures[0].media_type == "image/svg+xml");
  CHECK(edition.pictures[0].bytes.starts_with("<svg"));
  CHECK(edition.pictures[0].alternative_text.size() == 2);
  CHECK(edition.words.at("tr").at("bar.back") == "Geri");

  REQUIRE(edition.topics.size() == 3);
  const Topic& topic = edition.topics[0];
  CHECK(topic.id == "anmelden");
  CHECK(topic.groups == std::vector<std::string>{"families", "youth"});
  CHECK(topic.titles.at("tr").official == "İkamet kaydı");
  CHECK(topic.licence == "CC-BY-4.0");
  REQUIRE(topic.pages.size() == 3);
  CHECK(topic.pages[1].language == "tr");
  CHECK(topic.pages[1].based_on == Date{2026, 2, 10});
  CHECK(topic.pages[2].provenance == Provenance::Checked);
  CHECK(topic.pages[0].elements[8].kind == ElementKind::Picture);
  CHECK(topic.pages[0].elements[8].text == "Ein Formular mit drei Zeilen");
  CHECK(edition.topics[2].sensitive);
}

TEST_CASE("a folder that is none is a failure, an empty one is full of findings") {
  CHECK(read_source("/nowhere/at/all").failure().refusal == Refusal::NotFound);
  const TemporaryFolder empty;
  const auto source = read_source(empty.path());
  REQUIRE(source);
  for (const Finding& finding : source->findings)
    CHECK(finding.rule == "file-missing");
  CHECK(source->findings.size() == 6);
}

TEST_CASE("links out of the folder are not followed, hidden files are not seen") {
  const TemporaryFolder secret;
  std::ofstream(secret.path() / "de.md") << "geheim";
  const TemporaryFolder copy;
  fs::copy(town, copy.path(), fs::copy_options::recursive);
  fs::create_directory_symlink(secret.path(), copy.path() / "topics/geheim");
  std::ofstream(copy.path() / "topics/hilfe/.de.md.swp") << "x";
  fs::create_directory(copy.path() / ".git");
  std::ofstream(copy.path() / ".git/config") << "x";
  const auto source = read_source(copy.path());
  REQUIRE(source);
  REQUIRE(source->findings.size() == 1);
  CHECK(source->findings[0].rule == "file-link");
  CHECK(source->findings[0].file == "topics/geheim");
  CHECK(source->edition.topics.size() == 3);
}

TEST_CASE("a table with a missing column says so once and is read on") {
  const TemporaryFolder copy;
  fs::copy(town, copy.path(), fs::copy_options::recursive);
  std::ofstream(copy.path() / "facts.csv") << "id,kind,value\nnotruf,phone,112\nx,number,2\n";
  const auto source = read_source(copy.path());
  REQUIRE(source);
  CHECK(source->findings.size() == 3);
  for (const Finding& finding : source->findings)
    CHECK(finding.rule == "csv-column");
  CHECK(source->edition.facts.size() == 2);
}
