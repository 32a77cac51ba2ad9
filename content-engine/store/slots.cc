#include "content-engine/store/slots.h"

#include <algorithm>
#include <array>

#include "content-engine/model/words.h"
#include "content-engine/store/names.h"

namespace content {

namespace {

constexpr std::array<std::string_view, 5> drop_words{"died", "unreadable", "undrawable",
                                                     "rolled-back", "damaged"};
constexpr int attempt_limit = 1000;

void put_trial(Slip& slip, const std::string& name, const Trial& trial) {
  slip.set(name + ".bundle", trial.bundle);
  slip.set(name + ".attempt", std::int64_t{trial.attempt});
}

// None: there is none. Malformed: the hash is none.
Result<std::optional<Trial>> take_trial(const Slip& slip, const std::string& name) {
  Trial trial{slip.text(name + ".bundle"), 0};
  if (trial.bundle.empty())
    return std::optional<Trial>();
  const std::int64_t attempt = slip.number(name + ".attempt");
  if (!is_bundle_hash(trial.bundle) || attempt < 1 || attempt > attempt_limit)
    return Failure{Refusal::Malformed, "the slots name no bundle for " + name};
  trial.attempt = static_cast<int>(attempt);
  return std::optional(std::move(trial));
}

void put_slot(Slip& slip, const std::string& name, const std::optional<Slot>& slot) {
  if (!slot)
    return;
  put_trial(slip, name, slot->trial);
  slip.set(name + ".edition", slot->edition);
  slip.set(name + ".sequence", slot->sequence);
  slip.set(name + ".signed-at", slot->signed_at);
  slip.set(name + ".signer", slot->signer);
  slip.set(name + ".source", slot->source);
}

Result<std::optional<Slot>> take_slot(const Slip& slip, const std::string& name) {
  auto trial = take_trial(slip, name);
  if (!trial)
    return trial.failure();
  if (!trial->has_value())
    return std::optional<Slot>();
  return std::optional(Slot{.trial = std::move(**trial),
                            .edition = slip.text(name + ".edition"),
                            .sequence = slip.number(name + ".sequence"),
                            .signed_at = slip.number(name + ".signed-at"),
                            .signer = slip.text(name + ".signer"),
                            .source = slip.text(name + ".source")});
}

std::string dropped_name(std::size_t i) {
  return "dropped-" + std::to_string(i + 1);
}

}  // namespace

bool Slots::names(std::string_view bundle) const {
  const auto is = [&](const std::optional<Slot>& slot) {
    return slot && slot->trial.bundle == bundle;
  };
  return is(active) || is(previous) || is(candidate);
}

const Dropped* Slots::dropped_before(std::string_view bundle) const {
  const auto at = std::find_if(dropped.begin(), dropped.end(),
                               [&](const Dropped& one) { return one.trial.bundle == bundle; });
  return at == dropped.end() ? nullptr : &*at;
}

std::optional<int> Slots::next_attempt(std::string_view bundle) const {
  const Dropped* before = dropped_before(bundle);
  if (before == nullptr)
    return 1;
  const bool once_more = (before->why == DropReason::Died && before->trial.attempt == 1) ||
                         before->why == DropReason::Damaged;
  return once_more ? std::optional(before->trial.attempt + 1) : std::nullopt;
}

Slip slip_of(const Slots& slots) {
  Slip slip(slots_title);
  put_slot(slip, "active", slots.active);
  put_slot(slip, "previous", slots.previous);
  put_slot(slip, "candidate", slots.candidate);
  for (std::size_t i = 0; i < std::min(slots.dropped.size(), dropped_limit); ++i) {
    put_trial(slip, dropped_name(i), slots.dropped[i].trial);
    slip.set(dropped_name(i) + ".why", word_of(slots.dropped[i].why));
    slip.set(dropped_name(i) + ".detail", slots.dropped[i].detail);
  }
  return slip;
}

Result<Slots> slots_of(const Slip& slip) {
  Slots slots;
  for (const auto& [name, slot] : {std::pair{"active", &slots.active},
                                   {"previous", &slots.previous},
                                   {"candidate", &slots.candidate}}) {
    auto taken = take_slot(slip, name);
    if (!taken)
      return taken.failure();
    *slot = std::move(*taken);
  }
  for (std::size_t i = 0; i < dropped_limit; ++i) {
    auto trial = take_trial(slip, dropped_name(i));
    if (!trial)
      return trial.failure();
    const auto why = parse_drop_reason(slip.text(dropped_name(i) + ".why"));
    if (trial->has_value() && why)
      slots.dropped.push_back({std::move(**trial), *why, slip.text(dropped_name(i) + ".detail")});
  }
  return slots;
}

Result<Slots> read_slots(const Files& files, const std::filesystem::path& store) {
  const auto slip = read_slip(files, store / slots_name, slots_title);
  if (slip)
    return slots_of(*slip);
  if (slip.failure().refusal == Refusal::NotFound)
    return Slots{};
  return slip.failure();
}

std::string_view word_of(DropReason reason) {
  return drop_words[static_cast<std::size_t>(reason)];
}

std::optional<DropReason> parse_drop_reason(std::string_view word) {
  return find_word<DropReason>(drop_words, word);
}

}  // namespace content
