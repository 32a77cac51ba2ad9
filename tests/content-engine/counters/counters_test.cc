// What may be counted and what may be printed of it [R40].
#include <doctest/doctest.h>

#include "content-engine/counters/counter_file.h"
#include "content-engine/counters/statistics.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;

namespace {

constexpr Date monday{2026, 11, 23};

Bucket bucket(Deed deed, std::string subject = {}, std::string language = "de", int hour = 10) {
  return {monday, hour, std::move(language), deed, std::move(subject)};
}

const StatisticsTable& named(const std::vector<StatisticsTable>& tables, std::string_view name) {
  for (const StatisticsTable& table : tables)
    if (table.name == name)
      return table;
  throw std::out_of_range(std::string(name));
}

}  // namespace

TEST_SUITE("counters") {
  TEST_CASE("a line has these columns and no other, an hour is the finest time [R40]") {
    CHECK(counters_columns == "day,hour,language,deed,subject,count");
    Counters counters{"foyer-1", {}};
    CHECK(counters.tally.add(bucket(Deed::Topic, "wohngeld", "tr")));
    CHECK(counters.tally.add(bucket(Deed::Topic, "wohngeld", "tr")));
    CHECK(counters.tally.add({monday, Bucket::whole_day, "ti", Deed::Fallback, "gewalt-hilfe"}));
    CHECK(written(counters) ==
          "wegweiser-counters 1 foyer-1\n"
          "day,hour,language,deed,subject,count\n"
          "2026-11-23,,ti,fallback,gewalt-hilfe,1\n"
          "2026-11-23,10,tr,topic,wohngeld,2\n");
    const auto again = parse_counters(written(counters));
    REQUIRE(again);
    CHECK(*again == counters);
  }

  TEST_CASE("deeds are the closed list, each with its word [R40]") {
    CHECK(static_cast<std::size_t>(Deed::Idle) + 1 == deed_words.size());
    CHECK(deed_words[static_cast<std::size_t>(Deed::MissingLanguage)] == "missing-language");
    CHECK(deed_words[static_cast<std::size_t>(Deed::Qr)] == "qr");
  }

  TEST_CASE("what somebody may have typed cannot be counted") {
    Tally tally;
    for (const char* typed : {"Hilfe bitte", "ich@post", "gewält", "a,b", "1\n2", "\"", "/etc"})
      CHECK_FALSE(tally.add(bucket(Deed::Topic, typed)));
    CHECK_FALSE(tally.add(bucket(Deed::Topic, std::string(65, 'a'))));
    CHECK_FALSE(tally.add(bucket(Deed::Topic, "wohngeld", "d e")));
    CHECK(tally.empty());
  }

  TEST_CASE("a line with anything more, or a finer time, is refused") {
    const std::string head = "wegweiser-counters 1\nday,hour,language,deed,subject,count\n";
    CHECK(parse_counters(head + "2026-11-23,10,de,topic,wohngeld,3\n"));
    for (const char* line :
         {"2026-11-23,10,de,topic,wohngeld,3,kiosk", "2026-11-23T10:24,10,de,topic,wohngeld,3",
          "2026-11-23,24,de,topic,wohngeld,3", "2026-11-23,10:24,de,topic,wohngeld,3",
          "2026-11-23,10,de,typed,wohngeld,3", "2026-11-23,10,de,topic,wohngeld,-3",
          "2026-11-23,10,de,topic,wohngeld,0", "2026-11-23,10,de,topic,,", "", "2026-11-23"})
      CHECK_FALSE(parse_counters(head + line + "\n"));
    CHECK_FALSE(parse_counters("wegweiser-counters 2\n"));
    CHECK_FALSE(parse_counters(""));
    CHECK_FALSE(parse_counters("wegweiser-counters 1\nday,hour,who\n"));
  }

  TEST_CASE("the file grows by batches, forgets what is old and begins anew when damaged") {
    TemporaryFolder folder;
    DiskFiles files;
    Tally batch;
    batch.add(bucket(Deed::Session));
    CHECK(add_to_counters(files, folder.path(), batch, monday));
    CHECK(add_to_counters(files, folder.path(), batch, monday));
    auto read = read_counters(files, folder.path() / counters_name);
    REQUIRE(read);
    CHECK(read->tally.counts().at(bucket(Deed::Session)) == 2);
    CHECK(add_to_counters(files, folder.path(), {}, days_after(monday, counters_days + 1)));
    CHECK(read_counters(files, folder.path() / counters_name)->tally.empty());
    CHECK(write_file(files, folder.path() / counters_name, "dust"));
    CHECK(add_to_counters(files, folder.path(), batch, monday));
    CHECK(read_counters(files, folder.path() / counters_name)->tally == batch);
    CHECK_FALSE(add_to_counters(files, folder.path() / "none", batch, monday));
  }

  TEST_CASE("two files of one kiosk count once") {
    Tally older, newer;
    older.add(bucket(Deed::Session), 7);
    newer.add(bucket(Deed::Session), 9);
    newer.take_larger(older);
    CHECK(newer.counts().at(bucket(Deed::Session)) == 9);
  }

  TEST_CASE("a cell below five is not shown, and cannot be reckoned from its neighbours") {
    Tally tally;
    tally.add(bucket(Deed::Topic, "wohngeld", "de"), 40);
    tally.add(bucket(Deed::Topic, "wohngeld", "tr"), 12);
    tally.add(bucket(Deed::Topic, "wohngeld", "ti"), 2);
    tally.add(bucket(Deed::Topic, "kita", "de"), 30);
    tally.add(bucket(Deed::Topic, "kita", "tr"), 9);
    tally.add(bucket(Deed::Topic, "kita", "ti"), 8);
    const auto tables = statistics_of(tally);
    const StatisticsTable& table = named(tables, "topics");
    CHECK(table.columns == std::vector<std::string>{"de", "ti", "tr"});
    REQUIRE(table.rows.size() == 2);
    const auto& kita = table.rows[0].cells;
    const auto& wohngeld = table.rows[1].cells;
    CHECK_FALSE(wohngeld[1]);  // 2
    CHECK_FALSE(wohngeld[2]);  // or 54 − 40 − 12 would say it
    CHECK_FALSE(kita[1]);      // or the column would
    CHECK_FALSE(kita[2]);
    CHECK(wohngeld[0] == 40);
    CHECK(kita[0] == 30);
  }

  TEST_CASE("every deed is in one table only, so that no two can be reckoned against each other") {
    Tally tally;
    for (std::size_t deed = 0; deed < deed_words.size(); ++deed)
      tally.add(bucket(static_cast<Deed>(deed), "x"), 10);
    std::uint64_t shown = 0;
    for (const StatisticsTable& table : statistics_of(tally))
      for (const StatisticsTable::Row& row : table.rows)
        for (const auto& cell : row.cells)
          shown += cell.value_or(0);
    CHECK(shown == 10 * deed_words.size());
  }
}
