// wegweiser-content plan DIR: topic × language, and why (R02).
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "content-engine/rules/plan_matrix.h"
#include "content-engine/source/tree.h"
#include "tools/desk.h"

namespace content {

static std::string cell_text(const PlanCell& cell) {
  const std::string reason(cell.reason ? to_word(*cell.reason) : "");
  switch (cell.state) {
    case CellState::NotPlanned:
      return "-";
    case CellState::Published:
      return reason.empty() ? "yes" : reason;
    case CellState::Stale:
      return reason + "~";
    case CellState::Pending:
      return "(" + reason + ")";
    case CellState::Missing:
      return reason + "!";
    case CellState::Unplanned:
      return "?";
  }
  return {};
}

static void print_row(const std::string& head, const std::vector<std::string>& cells,
                      std::size_t head_width) {
  std::string line = head + std::string(head_width - head.size() + 2, ' ');
  for (const std::string& cell : cells)
    line += cell + std::string(cell.size() < 13 ? 13 - cell.size() : 1, ' ');
  line.erase(line.find_last_not_of(' ') + 1);
  std::printf("%s\n", line.c_str());
}

static nlohmann::json as_json(const std::vector<PlanRow>& rows, const Edition& edition) {
  nlohmann::json list = nlohmann::json::array();
  for (const PlanRow& row : rows)
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
      const PlanCell& cell = row.cells[at];
      nlohmann::json entry{{"topic", row.topic},
                           {"language", edition.languages[at].tag},
                           {"state", to_word(cell.state)}};
      if (cell.reason)
        entry["reason"] = to_word(*cell.reason);
      list.push_back(std::move(entry));
    }
  return list;
}

int plan_command(const Desk& desk) {
  const std::vector<std::string>& words = desk.arguments.positional();
  if (words.size() != 2)
    return fail(desk, sentence("plan braucht genau einen Ordner: wegweiser-content plan ORDNER",
                               "plan needs exactly one folder: wegweiser-content plan DIR"));
  const Result<Source> source = read_source(words[1]);
  if (!source)
    return fail(desk, source.failure());
  const Edition& edition = source->edition;
  const std::vector<PlanRow> rows = plan_matrix(edition, desk.today);
  if (desk.arguments.has("--json")) {
    std::printf("%s\n", as_json(rows, edition).dump(2).c_str());
    return exit_fine;
  }
  std::size_t width = 0;
  for (const PlanRow& row : rows)
    width = std::max(width, row.topic.size());
  std::vector<std::string> tags;
  for (const Language& language : edition.languages)
    tags.push_back(language.tag);
  print_row("", tags, width);
  for (const PlanRow& row : rows) {
    std::vector<std::string> cells;
    for (const PlanCell& cell : row.cells)
      cells.push_back(cell_text(cell));
    print_row(row.topic, cells, width);
  }
  const Sentence legend = sentence(
      "Das Wort ist der Grund. - nicht geplant, ~ veraltet, ( ) noch nicht fällig, ! fehlt, ? "
      "nicht geplant und doch da",
      "The word is the reason. - not planned, ~ stale, ( ) not due yet, ! missing, ? there without "
      "a plan");
  std::printf("%s\n", in(legend, desk.messages).c_str());
  return exit_fine;
}

}  // namespace content
