#include "content-engine/counters/statistics.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace content {
namespace {

using Cells = std::vector<std::optional<std::uint64_t>*>;

// One hidden cell alone could be reckoned from its neighbours' total: the smallest other goes too.
// Zeros are shown: that nobody did a thing says nothing of anybody.
bool protect(const Cells& cells) {
  std::size_t hidden = 0;
  std::optional<std::uint64_t>* smallest = nullptr;
  for (std::optional<std::uint64_t>* cell : cells) {
    if (!*cell)
      ++hidden;
    else if (**cell > 0 && (smallest == nullptr || **cell < **smallest))
      smallest = cell;
  }
  if (hidden != 1 || smallest == nullptr)
    return false;
  smallest->reset();
  return true;
}

using Say = std::function<std::string(const Bucket&)>;

StatisticsTable table_from(const Tally& tally, std::string name, const std::set<Deed>& deeds,
                           const Say& row_of, const Say& column_of) {
  std::map<std::string, std::map<std::string, std::uint64_t>> sums;
  std::set<std::string> columns;
  for (const auto& [bucket, count] : tally.counts())
    if (deeds.contains(bucket.deed)) {
      sums[row_of(bucket)][column_of(bucket)] += count;
      columns.insert(column_of(bucket));
    }
  StatisticsTable table{std::move(name), {columns.begin(), columns.end()}, {}};
  for (const auto& [row, cells] : sums) {
    table.rows.push_back({row, {}});
    for (const std::string& column : table.columns) {
      const auto at = cells.find(column);
      table.rows.back().cells.emplace_back(at == cells.end() ? 0 : at->second);
    }
  }
  suppress(table);
  return table;
}

std::string month_of(const Bucket& bucket) {
  return to_iso(bucket.day).substr(0, 7);
}
std::string language_of(const Bucket& bucket) {
  return bucket.language;
}
std::string subject_of(const Bucket& bucket) {
  return bucket.subject;
}
std::string deed_of(const Bucket& bucket) {
  return std::string(deed_words.at(static_cast<std::size_t>(bucket.deed)));
}

}  // namespace

void suppress(StatisticsTable& table) {
  for (StatisticsTable::Row& row : table.rows)
    for (auto& cell : row.cells)
      if (cell && *cell > 0 && *cell < smallest_shown)
        cell.reset();
  for (bool changed = true; changed;) {
    changed = false;
    for (StatisticsTable::Row& row : table.rows) {
      Cells cells;
      for (auto& cell : row.cells)
        cells.push_back(&cell);
      changed = protect(cells) || changed;
    }
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
      Cells cells;
      for (StatisticsTable::Row& row : table.rows)
        cells.push_back(&row.cells[at]);
      changed = protect(cells) || changed;
    }
  }
}

std::vector<StatisticsTable> statistics_of(const Tally& tally) {
  std::vector<StatisticsTable> tables;
  const auto add = [&](const char* name, const std::set<Deed>& deeds, const Say& row,
                       const Say& column) {
    StatisticsTable table = table_from(tally, name, deeds, row, column);
    if (!table.rows.empty())
      tables.push_back(std::move(table));
  };
  // Each deed in one table only: two of them could be reckoned against each other.
  add("sessions", {Deed::Session}, language_of, month_of);
  add("topics", {Deed::Topic}, subject_of, language_of);
  add("fallbacks", {Deed::Fallback}, subject_of, language_of);
  add("feedback", {Deed::Understood, Deed::NotUnderstood, Deed::MissingLanguage}, subject_of,
      deed_of);
  add("situations", {Deed::Situation}, subject_of, month_of);
  add("groups", {Deed::Group}, subject_of, month_of);
  add("search", {Deed::SearchHit, Deed::SearchMiss}, language_of, deed_of);
  add("uses", {Deed::Language, Deed::Audio, Deed::Print, Deed::Qr}, deed_of, language_of);
  add("depth", {Deed::Left, Deed::Idle}, subject_of, deed_of);
  return tables;
}

}  // namespace content
