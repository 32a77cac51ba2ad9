#include "content-engine/store/verdicts.h"

#include <algorithm>

#include "content-engine/store/names.h"

namespace content {

namespace {

const std::string trying_title = "wegweiser-trying 1";
const std::string shown_title = "wegweiser-shown 1";
// The list of refusals is written as slots with nothing but dropped bundles.

std::optional<Trial> read_trial(const Files& files, const std::filesystem::path& file,
                                const std::string& title) {
  const auto slip = read_slip(files, file, title);
  if (!slip)
    return std::nullopt;
  Trial trial{slip->text("bundle"), static_cast<int>(slip->number("attempt"))};
  if (!is_bundle_hash(trial.bundle) || trial.attempt < 1)
    return std::nullopt;
  return trial;
}

Result<Done> write_trial(Files& files, const std::filesystem::path& file, const std::string& title,
                         const Trial& trial) {
  Slip slip(title);
  slip.set("bundle", trial.bundle);
  slip.set("attempt", std::int64_t{trial.attempt});
  return write_slip(files, file, slip);
}

}  // namespace

bool Verdicts::refuses(const Trial& trial) const {
  return std::any_of(refused.begin(), refused.end(),
                     [&](const Dropped& one) { return one.trial == trial; });
}

std::optional<Trial> Verdicts::unfinished() const {
  return trying && trying != shown && !refuses(*trying) ? trying : std::nullopt;
}

std::vector<Slot> show_order(const Slots& slots, const Verdicts& verdicts) {
  std::vector<Slot> order;
  if (slots.candidate && verdicts.shown == slots.candidate->trial)
    order.push_back(*slots.candidate);
  for (const auto* slot : {&slots.active, &slots.previous})
    if (*slot)
      order.push_back(**slot);
  std::erase_if(order, [&](const Slot& slot) { return verdicts.refuses(slot.trial); });
  return order;
}

std::optional<Slot> to_try(const Slots& slots, const Verdicts& verdicts) {
  const auto& candidate = slots.candidate;
  if (!candidate || verdicts.shown == candidate->trial || verdicts.refuses(candidate->trial))
    return std::nullopt;
  return candidate;
}

Verdicts read_verdicts(const Files& files, const std::filesystem::path& state) {
  Verdicts verdicts{.trying = read_trial(files, state / trying_name, trying_title),
                    .shown = read_trial(files, state / shown_name, shown_title),
                    .refused = {}};
  if (const auto slip = read_slip(files, state / refused_name, slots_title))
    if (auto slots = slots_of(*slip))
      verdicts.refused = std::move(slots->dropped);
  return verdicts;
}

Result<Done> begin_trial(Files& files, const std::filesystem::path& state, const Trial& trial) {
  return write_trial(files, state / trying_name, trying_title, trial);
}

Result<Done> postpone_trial(Files& files, const std::filesystem::path& state) {
  if (auto removed = files.remove(state / trying_name); !removed)
    return removed;
  return files.sync_folder(state);
}

Result<Done> record_shown(Files& files, const std::filesystem::path& state, const Trial& trial) {
  return write_trial(files, state / shown_name, shown_title, trial);
}

Result<Done> record_refused(Files& files, const std::filesystem::path& state,
                            const Dropped& refused) {
  Slots list{.dropped = read_verdicts(files, state).refused};
  std::erase_if(list.dropped,
                [&](const Dropped& old) { return old.trial.bundle == refused.trial.bundle; });
  list.dropped.insert(list.dropped.begin(), refused);
  return write_slip(files, state / refused_name, slip_of(list));
}

}  // namespace content
