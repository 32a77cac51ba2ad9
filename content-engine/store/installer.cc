#include "content-engine/store/installer.h"

#include <algorithm>
#include <utility>

#include "content-engine/store/names.h"

namespace content {

namespace {

const Dropped* refusal_of(const Verdicts& verdicts, const std::optional<Slot>& slot) {
  if (!slot)
    return nullptr;
  for (const Dropped& refused : verdicts.refused)
    if (refused.trial == slot->trial)
      return &refused;
  return nullptr;
}

void remember(Slots& slots, Dropped dropped) {
  std::erase_if(slots.dropped,
                [&](const Dropped& old) { return old.trial.bundle == dropped.trial.bundle; });
  slots.dropped.insert(slots.dropped.begin(), std::move(dropped));
  if (slots.dropped.size() > dropped_limit)
    slots.dropped.resize(dropped_limit);
}

void go_back(Slots& slots, DropReason why, const std::string& detail) {
  remember(slots, {slots.active->trial, why, detail});
  slots.active = std::exchange(slots.previous, std::nullopt);
}

}  // namespace

Result<Installer> Installer::open(Files& files, const std::filesystem::path& store) {
  auto lock = lock_made(files, store / store_lock_name);
  if (!lock)
    return lock.failure();
  Installer installer(files, store, std::move(*lock));
  auto slots = read_slots(files, store);
  if (!slots && slots.failure().refusal == Refusal::Unavailable)
    return slots.failure();  // a card that does not answer is no empty store
  installer.damaged_ = !slots;
  if (slots)
    installer.slots_ = std::move(*slots);
  return installer;
}

std::filesystem::path Installer::bundle_file(std::string_view bundle) const {
  return store_ / bundle_name(bundle);
}

std::filesystem::path Installer::unfinished_file(std::string_view bundle) const {
  return store_ / unfinished_bundle_name(bundle);
}

bool Installer::has(std::string_view bundle) const {
  const auto names = files_->names(store_);
  return names && std::binary_search(names->begin(), names->end(), bundle_name(bundle));
}

Result<Done> Installer::make_candidate(const Slot& slot) {
  const auto file = bundle_file(slot.trial.bundle);
  const auto names = files_->names(store_);
  if (!names)
    return names.failure();
  const std::string fresh = unfinished_bundle_name(slot.trial.bundle);
  if (std::binary_search(names->begin(), names->end(), fresh))
    if (auto moved = move_file(*files_, store_ / fresh, file); !moved)
      return moved;
  if (!has(slot.trial.bundle))
    return Failure{Refusal::NotFound, file.string() + " is not there"};
  Slots next = slots_;
  next.candidate = slot;
  if (next.active && next.active->trial.bundle == slot.trial.bundle)
    return Failure{Refusal::Invalid, slot.trial.bundle + " is active already"};
  std::erase_if(next.dropped,
                [&](const Dropped& old) { return old.trial.bundle == slot.trial.bundle; });
  return write(std::move(next));
}

Result<Settled> Installer::settle(const Verdicts& verdicts) {
  Slots next = slots_;
  Settled settled = Settled::Nothing;
  if (const Dropped* refused = refusal_of(verdicts, slots_.candidate)) {
    remember(next, *refused);
    next.candidate.reset();
    settled = Settled::Dropped;
  } else if (slots_.candidate && verdicts.shown == slots_.candidate->trial) {
    // The same bytes as before the active one: they are active now and nothing else.
    next.previous = std::exchange(next.active, std::exchange(next.candidate, std::nullopt));
    settled = Settled::Promoted;
  }
  if (const Dropped* refused = refusal_of(verdicts, next.active)) {
    go_back(next, refused->why, refused->detail);
    settled = Settled::WentBack;
  }
  if (settled == Settled::Nothing)
    return settled;
  if (auto written = write(std::move(next)); !written)
    return written.failure();
  return settled;
}

Result<Done> Installer::roll_back() {
  if (!slots_.active || !slots_.previous)
    return Failure{Refusal::NotFound, "there is no previous bundle to go back to"};
  Slots next = slots_;
  go_back(next, DropReason::RolledBack, "rolled back by hand");
  next.candidate.reset();
  return write(std::move(next));
}

Result<Done> Installer::clean_up() {
  const auto names = files_->names(store_);
  if (!names)
    return names.failure();
  for (const std::string& name : *names) {
    const auto hash = hash_of_bundle_name(name);
    if (!(hash && !slots_.names(*hash)) && !is_unfinished_name(name))
      continue;
    // Whoever shows a bundle holds it; then it goes next time.
    const auto held = hash ? files_->lock(store_ / name, Locking::Exclusive)
                           : Result<std::unique_ptr<FileLock>>(nullptr);
    if (!held)
      continue;
    if (auto removed = files_->remove(store_ / name); !removed)
      return removed;
  }
  return Done{};
}

Result<Done> Installer::write(Slots slots) {
  if (auto written = write_slip(*files_, store_ / slots_name, slip_of(slots)); !written)
    return written;
  slots_ = std::move(slots);
  damaged_ = false;
  return Done{};
}

}  // namespace content
