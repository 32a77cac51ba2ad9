// wegweiser-content statistics [--json] FILE…: what kiosks counted, as tables
#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "content-engine/counters/counter_file.h"
#include "content-engine/counters/statistics.h"
#include "tools/desk.h"

namespace content {
namespace {

const std::map<std::string, Sentence, std::less<>> table_names{
    {"sessions", {"Besuche: Sprache und Monat", "Visits: language and month"}},
    {"topics", {"Gelesene Themen: Thema und Sprache", "Topics read: topic and language"}},
    {"fallbacks",
     {"In der Sprache nicht vorhanden: Thema und Sprache",
      "Not there in the language: topic and language"}},
    {"feedback", {"Rückmeldungen: Thema und Antwort", "Feedback: topic and answer"}},
    {"situations", {"Lebenslagen: Lebenslage und Monat", "Life situations by month"}},
    {"groups", {"Zielgruppen: Gruppe und Monat", "Target groups by month"}},
    {"search", {"Suchen: Sprache, mit und ohne Treffer", "Searches: language, hit or miss"}},
    {"uses", {"Funktionen: Funktion und Sprache", "Functions by language"}},
    {"depth",
     {"Bis zu welcher Seite: Schritte, beendet oder verlassen",
      "How deep: steps, left or walked away"}},
};

std::string in_cell(const std::optional<std::uint64_t>& number) {
  return number ? std::to_string(*number) : "–";
}

// Code points, which is as wide as what stands in these tables is.
std::size_t wide(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

void print_line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const std::string pad(widths[at] - wide(cells[at]), ' ');
    line += at == 0 ? cells[at] + pad : "  " + pad + cells[at];
  }
  std::printf("%s\n", line.c_str());
}

void print_table(const Desk& desk, const StatisticsTable& table) {
  std::printf("\n%s\n", in(table_names.at(table.name), desk.messages).c_str());
  std::vector<std::vector<std::string>> lines{{""}};
  for (const std::string& column : table.columns)
    lines[0].push_back(column);
  lines[0].push_back(in({"zusammen", "together"}, desk.messages));
  for (const StatisticsTable::Row& row : table.rows) {
    lines.push_back({row.name});
    std::uint64_t shown = 0;
    for (const auto& cell : row.cells) {
      lines.back().push_back(in_cell(cell));
      shown += cell.value_or(0);
    }
    lines.back().push_back(std::to_string(shown));
  }
  std::vector<std::size_t> widths(lines[0].size(), 0);
  for (const auto& line : lines)
    for (std::size_t at = 0; at < line.size(); ++at)
      widths[at] = std::max(widths[at], wide(line[at]));
  for (const auto& line : lines)
    print_line(line, widths);
}

void print_json(const std::vector<StatisticsTable>& tables, std::size_t kiosks) {
  nlohmann::json all = {{"kiosks", kiosks}, {"smallest_shown", smallest_shown}};
  for (const StatisticsTable& table : tables) {
    nlohmann::json rows = nlohmann::json::object();
    for (const StatisticsTable::Row& row : table.rows)
      for (std::size_t at = 0; at < row.cells.size(); ++at)
        rows[row.name][table.columns[at]] =
            row.cells[at] ? nlohmann::json(*row.cells[at]) : nlohmann::json(nullptr);
    all["tables"][table.name] = rows;
  }
  std::printf("%s\n", all.dump(1).c_str());
}

}  // namespace

int statistics_command(const Desk& desk) {
  const std::vector<std::string>& words = desk.arguments.positional();
  if (words.size() < 2)
    return fail(desk, sentence("statistics braucht Zählerdateien: wegweiser-content statistics"
                               " DATEI…",
                               "statistics needs counter files: wegweiser-content statistics"
                               " FILE…"));
  // Several files of one kiosk overlap: each carries what it counted for a year.
  std::map<std::string, Tally> kiosks;
  for (std::size_t at = 1; at < words.size(); ++at) {
    const auto text = read_file(words[at], counters_limit);
    if (!text)
      return fail(desk, text.failure());
    const auto counters = parse_counters(*text);
    if (!counters)
      return fail(desk, sentence("%1 ist keine Zählerdatei (%2)", "%1 is no file of counters (%2)",
                                 {words[at], counters.failure().message}));
    kiosks[counters->kiosk.empty() ? words[at] : counters->kiosk].take_larger(counters->tally);
  }
  Tally all;
  for (const auto& [kiosk, tally] : kiosks)
    all.add(tally);
  const auto tables = statistics_of(all);
  if (desk.arguments.has("--json")) {
    print_json(tables, kiosks.size());
    return exit_fine;
  }
  std::printf("%s\n",
              in(sentence("Terminals: %1. «–» steht für weniger als fünf, und für Zellen, aus denen"
                          " man das ausrechnen könnte;\n«zusammen» zählt nur, was gezeigt wird.",
                          "Kiosks: %1. «–» stands for fewer than five, and for cells that would"
                          " give that away;\n«together» counts what is shown only.",
                          {std::to_string(kiosks.size())}),
                 desk.messages)
                  .c_str());
  for (const StatisticsTable& table : tables)
    print_table(desk, table);
  return exit_fine;
}

}  // namespace content
