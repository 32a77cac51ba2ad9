// Topic × language: what is planned and why, what is there, what is stale (R02). A view of the
// edition for people who decide; the rules judge the same cells.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content-engine/model/edition.h"

namespace content {

enum class CellState {
  NotPlanned,  // a decision and no fault
  Published,
  Stale,    // published, but follows an older version of the default language's text
  Pending,  // planned for a later day
  Missing,
  Unplanned,  // published without a plan
};
std::string_view to_word(CellState state);

struct PlanCell {
  CellState state = CellState::NotPlanned;
  std::optional<PlanReason> reason;

  bool operator==(const PlanCell&) const = default;
};

struct PlanRow {
  std::string topic;
  std::vector<PlanCell> cells;  // one a language, in the edition's order

  bool operator==(const PlanRow&) const = default;
};

std::vector<PlanRow> plan_matrix(const Edition& edition, Date today);

}  // namespace content
