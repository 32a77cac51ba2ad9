#include "content-engine/source/csv_file.h"

#include <algorithm>

#include "content-engine/source/source_text.h"

namespace content {

// Outside quotes in the header row, the separator that occurs; a table of one column has none.
static char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  const auto commas = std::count(header.begin(), header.end(), ',');
  const auto semicolons = std::count(header.begin(), header.end(), ';');
  return semicolons > commas ? ';' : ',';
}

static bool is_empty(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

namespace {

class CsvParser final {
 public:
  CsvParser(std::string_view text, const std::string& file, std::vector<Finding>& findings)
      : text_(text), file_(file), findings_(findings), separator_(separator_of(text)) {}

  bool at_end() const { return at_ == text_.size(); }

  CsvRow row() {
    CsvRow result{line_, {}};
    do {
      result.cells.push_back(cell());
    } while (take(separator_));
    if (take('\n'))
      ++line_;
    return result;
  }

 private:
  bool take(char c) {
    if (at_end() || text_[at_] != c)
      return false;
    ++at_;
    return true;
  }

  std::string cell() {
    while (!at_end() && text_[at_] == ' ')
      ++at_;
    if (take('"'))
      return quoted();
    const std::size_t start = at_;
    while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n')
      ++at_;
    const std::string_view value = text_.substr(start, at_ - start);
    if (value.find('"') != std::string_view::npos)
      report(line_, sentence("Ein Anführungszeichen steht mitten in einer Zelle",
                             "a quote stands in the middle of a cell"));
    return std::string(trimmed(value));
  }

  std::string quoted() {
    const int opened = line_;
    std::string value;
    while (!at_end()) {
      const char c = text_[at_++];
      if (c == '"' && !take('"')) {
        rest_after_quote();
        return std::string(trimmed(value));
      }
      if (c == '\n')
        ++line_;
      value += c;
    }
    report(opened,
           sentence("Das Anführungszeichen wird nicht geschlossen", "the quote is never closed"));
    return value;
  }

  void rest_after_quote() {
    bool stray = false;
    while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n')
      stray = text_[at_++] != ' ' || stray;
    if (stray)
      report(line_, sentence("Nach dem schließenden Anführungszeichen steht noch Text",
                             "text follows the closing quote"));
  }

  void report(int line, Sentence problem) {
    findings_.push_back({file_, line, Severity::Error, "csv-form", std::move(problem),
                         sentence("die Zelle in \" \" setzen und \" darin verdoppeln",
                                  "put the cell in \" \" and double each \" inside")});
  }

  std::string_view text_;
  const std::string& file_;
  std::vector<Finding>& findings_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

CsvFile parse_csv(std::string_view text, const std::string& file, std::vector<Finding>& findings) {
  CsvParser parser(text, file, findings);
  CsvFile table;
  if (parser.at_end())
    return table;
  table.header = parser.row();
  // A spreadsheet likes to leave empty columns behind at the end.
  while (table.header.cells.size() > 1 && table.header.cells.back().empty())
    table.header.cells.pop_back();
  const std::size_t columns = table.header.cells.size();
  while (!parser.at_end()) {
    CsvRow row = parser.row();
    if (is_empty(row))
      continue;
    const bool surplus = row.cells.size() > columns &&
                         !std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns),
                                      row.cells.end(), [](const auto& c) { return c.empty(); });
    if (row.cells.size() < columns || surplus)
      findings.push_back(
          {file, row.line, Severity::Error, "csv-form",
           sentence("Die Zeile hat %1 Zellen, die Kopfzeile %2",
                    "the row has %1 cells, the header %2",
                    {std::to_string(row.cells.size()), std::to_string(columns)}),
           sentence("fehlende Trennzeichen ergänzen; Zellen mit Trennzeichen in \" \" setzen",
                    "add the missing separators; put cells that hold a separator in \" \"")});
    row.cells.resize(columns);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace content
