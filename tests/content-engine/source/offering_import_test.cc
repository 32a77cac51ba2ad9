#include "content-engine/source/offering_import.h"

#include <doctest/doctest.h>

#include "content-engine/source/offering_table.h"
#include "content-engine/source/provider_table.h"

using namespace content;

namespace {

const std::string header =
    "Kursnummer;Titel;Art;Niveau;Beginn;Ende;Zeiten;Ort;Stadtbezirk;Kinderbetreuung;Kosten;"
    "Telefon\n";
const std::string row =
    "K1;Deutsch A1 für Frauen;Frauenkurs;A1.1, A1.2;11.1.2027;30.06.2027;Mo - Do 9:00-12:15 Uhr;"
    "Beispielplatz 1;Wanne;ja;229,50 €;02323 00-0\n";

ProviderRules vhs(std::string source = "VHS") {
  return {.source = std::move(source), .languages = {"de"}, .today = {2026, 11, 23}};
}

OfferingImport import(const Edition& town, const std::string& rows,
                      const ProviderRules& rules = vhs()) {
  ProviderTable table = read_provider_table(header + rows, "kurse.csv");
  return join_offerings(town, std::move(table.offerings), "kurse.csv", rules);
}

}  // namespace

TEST_CASE("a provider's table in German words becomes courses [R14]") {
  const ProviderTable table = read_provider_table(header + row, "kurse.csv");
  CHECK(table.findings.empty());
  REQUIRE(table.offerings.size() == 1);
  const Offering& course = table.offerings[0];
  CHECK(course.type == "parents-women");
  CHECK(course.levels == std::vector<Level>{Level::A1});
  CHECK(course.starts == Date{2027, 1, 11});
  CHECK(course.times == "Mo-Th 09:00-12:15");
  CHECK(course.childcare == true);
  CHECK(course.cost == "229.50");
  CHECK(course.origin == "K1");
  CHECK(course.line == 2);
}

TEST_CASE("rows without level, dates or contact are refused with their line and reason [R14]") {
  const std::string no_level =
      "K2;Deutsch;Deutsch;;11.1.2027;30.06.2027;Mo 9:00-12:15;Ort;Wanne;;;02323 1\n";
  const std::string no_end = "K3;Deutsch;Deutsch;A1;11.1.2027;;Mo 9:00-12:15;Ort;Wanne;;;02323 1\n";
  const std::string nobody =
      "K4;Deutsch;Deutsch;A1;11.1.2027;30.06.2027;Mo 9:00-12:15;Ort;Wanne;;;\n";
  const OfferingImport joined = import({}, no_level + no_end + nobody + row);
  CHECK(joined.refused == 3);
  CHECK(joined.added == 1);
  REQUIRE(joined.findings.size() == 3);
  CHECK(joined.findings[0].rule == "offer-level");
  CHECK(joined.findings[0].line == 2);
  CHECK(joined.findings[1].rule == "offer-dates");
  CHECK(joined.findings[2].rule == "offer-contact");
  CHECK(read_provider_table(header + "K5;Deutsch;Deutsch;A1;bald;;;;;;;\n", "k").findings.size() ==
        1);
}

TEST_CASE("two imports of one course are one entry with both sources [R53]") {
  Edition town;
  town.offerings = import(town, row).offerings;
  const std::string other =
      "77;deutsch A1 (für Frauen);Frauenkurs;A1;11.01.2027;30.06.2027;Mo-Do 09:00-12:15;"
      "Beispielplatz 1;Wanne;ja;kostenlos;02323 00-0\n";
  const OfferingImport joined = import(town, other, vhs("Stadt"));
  CHECK(joined.merged == 1);
  REQUIRE(joined.offerings.size() == 1);
  CHECK(joined.offerings[0].sources == "VHS; Stadt");
  CHECK(joined.offerings[0].cost == "229.50");
  REQUIRE(joined.findings.size() == 1);
  CHECK(joined.findings[0].rule == "offer-clash");
}

TEST_CASE("imported again, an entry is renewed; what the source tells no more is named [R53]") {
  Edition town;
  town.offerings = import(town, row).offerings;
  const OfferingImport again = import(town, row);
  CHECK(again.renewed == 1);
  CHECK(again.added == 0);
  REQUIRE(again.offerings.size() == 1);
  CHECK(again.offerings[0].id == town.offerings[0].id);
  const OfferingImport none = import(town, "");
  CHECK(none.gone == std::vector<std::string>{town.offerings[0].id});
  CHECK(none.offerings.size() == 1);
}

TEST_CASE("courses that run side by side stay apart") {
  std::string second = row;
  second.replace(0, 2, "K2");
  CHECK(import({}, row + second).added == 2);
}

TEST_CASE("what is over is left out and counted, never silently") {
  std::string past = row;
  past.replace(past.find("11.1.2027"), 9, "12.1.2026");
  past.replace(past.find("30.06.2027"), 10, "30.06.2026");
  const OfferingImport joined = import({}, past);
  CHECK(joined.left_out.at("over") == 1);
  CHECK(joined.to_text(MessageLanguage::German).find("weggelassen, weil vorbei: 1") !=
        std::string::npos);
  CHECK(joined.to_json().find("\"over\":1") != std::string::npos);
}

TEST_CASE("a place of the town is recognised in an address and gives its district") {
  Edition town;
  town.places = {{.id = "platz", .name = "Beispielplatz", .district = "Eickel"}};
  std::string there = row;
  there.replace(there.find("Wanne"), 5, "");
  const OfferingImport joined = import(town, there);
  REQUIRE(joined.offerings.size() == 1);
  CHECK(joined.offerings[0].place == "platz");
  CHECK(joined.offerings[0].district == "Eickel");
}

TEST_CASE("the table of offers reads back as it was written") {
  Edition town;
  std::vector<Offering> offerings = import(town, row).offerings;
  Offering event = offerings[0];
  event.id = "nacht";
  event.kind = OfferingKind::Event;
  event.type = "culture";
  event.levels.clear();
  event.title = "Nacht; «der» \"Museen\"";
  event.titles["tr"] = "Müzeler gecesi";
  event.from = 22 * 60;
  event.until = 26 * 60;
  event.repeats = "FREQ=WEEKLY;BYDAY=FR";
  event.except = {{2027, 2, 5}, {2027, 2, 12}};
  offerings.push_back(event);
  std::vector<Finding> findings;
  std::vector<Offering> back = read_offerings(offers_table(offerings), findings);
  CHECK(findings.empty());
  REQUIRE(back.size() == 2);
  for (std::size_t at = 0; at < back.size(); ++at) {
    back[at].line = offerings[at].line;
    CHECK(back[at] == offerings[at]);
  }
}
