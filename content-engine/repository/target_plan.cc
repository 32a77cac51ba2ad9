#include "content-engine/repository/target_plan.h"

#include <algorithm>
#include <set>

namespace content {

namespace {

constexpr int everyone = 100;

void erase_bundle(Shelf& shelf, const std::string& sha256) {
  std::erase_if(shelf.wholes, [&](const BundleTarget& whole) { return whole.sha256 == sha256; });
}

}  // namespace

std::vector<const BundleTarget*> Shelf::offered() const {
  std::vector<const BundleTarget*> found;
  int served = 0;  // rings below this one have their bundle
  for (const BundleTarget& whole : wholes) {
    if (whole.rollout > served)
      found.push_back(&whole);
    served = std::max(served, whole.rollout);
    if (served >= everyone)
      break;
  }
  return found;
}

Result<Shelf> read_shelf(const std::map<std::string, TargetFile>& targets) {
  Shelf shelf;
  for (const auto& [path, file] : targets) {
    auto target = parse_bundle_target(path, file);
    if (!target)
      return target.failure();
    if (!target->has_value())
      continue;
    auto& list = (*target)->base.empty() ? shelf.wholes : shelf.deltas;
    list.push_back(std::move(**target));
  }
  std::sort(shelf.wholes.begin(), shelf.wholes.end(),
            [](const auto& a, const auto& b) { return a.sequence > b.sequence; });
  return shelf;
}

TargetPlan plan_targets(Shelf shelf, const NewEdition& edition, const ShelfRules& rules) {
  TargetPlan plan;
  const BundleTarget* newest = shelf.newest();
  if (newest != nullptr && newest->sha256 == edition.sha256) {
    shelf.wholes.front().rollout = rules.rollout;
    shelf.wholes.front().minimum_program = rules.minimum_program;
  } else {
    BundleTarget fresh{.path = {},
                       .file = {},
                       .major = edition.major,
                       .minor = edition.minor,
                       .minimum_program = rules.minimum_program,
                       .edition = to_iso(edition.edition),
                       .sha256 = edition.sha256,
                       .length = static_cast<std::int64_t>(edition.bytes.size()),
                       .sequence = newest == nullptr ? 1 : newest->sequence + 1,
                       .rollout = rules.rollout,
                       .base = {},
                       .town = edition.town};
    fresh.path = whole_path(fresh);
    erase_bundle(shelf, edition.sha256);  // published before: it has a new place now
    shelf.wholes.insert(shelf.wholes.begin(), std::move(fresh));
    plan.new_whole = true;
  }
  const auto offered = shelf.offered();
  const std::size_t last_offered =
      offered.empty() ? 0 : static_cast<std::size_t>(offered.back() - shelf.wholes.data());
  const std::size_t kept = std::min(
      shelf.wholes.size(), last_offered + 1 + static_cast<std::size_t>(std::max(0, rules.bases)));
  shelf.wholes.resize(kept);

  std::set<std::pair<std::string, std::string>> wanted;
  for (const BundleTarget* to : shelf.offered()) {
    int left = rules.bases;
    for (const BundleTarget& from : shelf.wholes)
      if (from.sequence < to->sequence && left-- > 0)
        wanted.emplace(from.sha256, to->sha256);
  }
  std::erase_if(shelf.deltas, [&](const BundleTarget& delta) {
    return wanted.erase({delta.base, delta.sha256}) == 0;
  });
  for (BundleTarget& delta : shelf.deltas)
    for (const BundleTarget& whole : shelf.wholes)
      if (whole.sha256 == delta.sha256)
        delta.rollout = whole.rollout;
  for (const auto& [base, sha256] : wanted) {
    DeltaWish wish;
    for (const BundleTarget& whole : shelf.wholes) {
      if (whole.sha256 == base)
        wish.from = whole;
      if (whole.sha256 == sha256)
        wish.to = whole;
    }
    plan.wishes.push_back(std::move(wish));
  }
  plan.shelf = std::move(shelf);
  return plan;
}

std::string whole_path(const BundleTarget& whole) {
  return "bundles/" + std::to_string(whole.sequence) + "-" + whole.edition + ".zst";
}

std::string delta_path(const DeltaWish& wish) {
  return "deltas/" + std::to_string(wish.from.sequence) + "-" + std::to_string(wish.to.sequence) +
         ".zst";
}

std::map<std::string, TargetFile> to_targets(const Shelf& shelf,
                                             const std::map<std::string, TargetFile>& before) {
  std::map<std::string, TargetFile> targets;
  for (const auto& [path, file] : before)
    if (file.custom.member("bundle") == nullptr)
      targets.emplace(path, file);
  for (const auto* list : {&shelf.wholes, &shelf.deltas})
    for (const BundleTarget& target : *list) {
      TargetFile file = target.file;
      file.custom = custom_of(target);
      targets.insert_or_assign(target.path, std::move(file));
    }
  return targets;
}

}  // namespace content
