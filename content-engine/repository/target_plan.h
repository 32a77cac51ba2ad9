// Which targets a repository is to have after a publication: pure, from what it has and what is
// new. A rollout in stages offers several bundles at once: the newest to some rings, the one before
// to the others, down to the first that is for all; deltas lead to each of them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content-engine/repository/bundle_target.h"
#include "content-engine/repository/new_edition.h"

namespace content {

// Wholes by sequence, the newest first.
struct Shelf {
  std::vector<BundleTarget> wholes;
  std::vector<BundleTarget> deltas;

  const BundleTarget* newest() const { return wholes.empty() ? nullptr : &wholes.front(); }
  // The ones some ring takes now.
  std::vector<const BundleTarget*> offered() const;
};

// Malformed: a target claims to be a bundle and is not. Targets that do not claim it are left out.
Result<Shelf> read_shelf(const std::map<std::string, TargetFile>& targets);

struct ShelfRules {
  int rollout = 100;
  std::string minimum_program = "0.0.0";
  int bases = 8;  // deltas start from so many of the bundles before
};

struct DeltaWish {
  BundleTarget from, to;  // wholes
};

struct TargetPlan {
  Shelf shelf;                    // what is kept; the new whole is its newest, not packed yet
  bool new_whole = false;         // the newest is to be packed
  std::vector<DeltaWish> wishes;  // deltas to be made, then put on the shelf
};

// The same bundle as the newest: only its rollout changes.
TargetPlan plan_targets(Shelf shelf, const NewEdition& edition, const ShelfRules& rules);

std::string whole_path(const BundleTarget& whole);  // "bundles/12-2026-11-23.zst"
std::string delta_path(const DeltaWish& wish);      // "deltas/11-12.zst"
// With the targets that are no bundles as they were.
std::map<std::string, TargetFile> to_targets(const Shelf& shelf,
                                             const std::map<std::string, TargetFile>& before);

}  // namespace content
