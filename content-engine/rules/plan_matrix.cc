#include "content-engine/rules/plan_matrix.h"

#include <algorithm>
#include <array>

namespace content {

static constexpr std::array<std::string_view, 6> state_words{
    "not-planned", "published", "stale", "pending", "missing", "unplanned"};

std::string_view to_word(CellState state) {
  return state_words.at(static_cast<std::size_t>(state));
}

static PlanCell cell_of(const Edition& edition, const Topic& topic, const std::string& language,
                        Date today) {
  const auto planned =
      std::find_if(edition.plan.begin(), edition.plan.end(), [&](const PlannedTranslation& line) {
        return line.topic == topic.id && line.language == language;
      });
  const bool is_planned = planned != edition.plan.end();
  const std::string& master_language = edition.town.default_language;
  const Page* page = find_page(topic, language);
  const Page* master = find_page(topic, master_language);
  PlanCell cell;
  if (is_planned)
    cell.reason = planned->reason;
  if (page == nullptr && is_planned)
    cell.state = today < planned->due ? CellState::Pending : CellState::Missing;
  else if (page != nullptr && !is_planned && language != master_language)
    cell.state = CellState::Unplanned;
  else if (page != nullptr && master != nullptr && page->based_on &&
           *page->based_on < master->updated)
    cell.state = CellState::Stale;
  else if (page != nullptr)
    cell.state = CellState::Published;
  return cell;
}

std::vector<PlanRow> plan_matrix(const Edition& edition, Date today) {
  std::vector<PlanRow> rows;
  for (const Topic& topic : edition.topics) {
    PlanRow row{topic.id, {}};
    for (const Language& language : edition.languages)
      row.cells.push_back(cell_of(edition, topic, language.tag, today));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace content
