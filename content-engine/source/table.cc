#include "content-engine/source/table.h"

#include <algorithm>
#include <set>

#include "content-engine/source/csv_file.h"

namespace content {

static bool contains(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

static std::string list_of(const Columns& columns) {
  std::string all;
  for (const auto* names : {&columns.required, &columns.optional})
    for (const std::string_view name : *names)
      all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

static bool is_known(const Columns& columns, std::string_view name) {
  return contains(columns.required, name) || contains(columns.optional, name) ||
         (!columns.prefix.empty() && name.starts_with(columns.prefix));
}

std::vector<Record> read_table(std::string_view text, const std::string& file,
                               const Columns& columns, std::vector<Finding>& findings) {
  if (text.empty())
    return {};
  const CsvFile table = parse_csv(text, file, findings);
  const std::vector<std::string>& names = table.header.cells;
  const auto report = [&](Sentence problem) {
    // The list may be longer than what a sentence shows of a value.
    findings.push_back(
        {file,
         1,
         Severity::Error,
         "csv-column",
         std::move(problem),
         {"erlaubte Spalten: " + list_of(columns), "columns of this table: " + list_of(columns)}});
  };
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (!is_known(columns, names[at]))
      report(sentence("Die Spalte «%1» ist unbekannt", "the column «%1» is unknown", {names[at]}));
    else if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(at), names[at]) !=
             names.begin() + static_cast<std::ptrdiff_t>(at))
      report(sentence("Die Spalte «%1» gibt es zweimal", "the column «%1» is there twice",
                      {names[at]}));
  }
  for (const std::string_view name : columns.required)
    if (std::find(names.begin(), names.end(), name) == names.end())
      report(sentence("Die Spalte «%1» fehlt", "the column «%1» is missing", {name}));

  std::vector<Record> records;
  for (const CsvRow& row : table.rows) {
    Record record(file, row.line, findings);
    for (std::size_t at = 0; at < names.size(); ++at)
      record.set(names[at], row.cells[at], row.line);
    for (const std::string_view name : columns.required)
      if (!record.has(name))
        record.forgive(std::string(name));
    records.push_back(std::move(record));
  }
  return records;
}

void drop_repeated(std::vector<Record>& records, std::string_view key) {
  std::set<std::string> seen;
  const auto repeated = [&](Record& record) {
    const std::string id = record.text(key);
    if (id.empty() || seen.insert(id).second)
      return false;
    record.report(key, "id-twice",
                  sentence("«%1» gibt es schon weiter oben", "«%1» is there above already", {id}),
                  sentence("eine der beiden Zeilen löschen oder umbenennen",
                           "delete or rename one of the two rows"));
    return true;
  };
  std::vector<Record> kept;
  for (Record& record : records)
    if (!repeated(record))
      kept.push_back(std::move(record));
  records = std::move(kept);
}

}  // namespace content
