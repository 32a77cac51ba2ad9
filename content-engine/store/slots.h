// Which bundles a store holds and what each is: the kiosk shows the active one, goes back to the
// previous one, and tries the candidate between two visitors. One small file says it all, so that
// every step of an update is one rename of that file; the bundles lie beside it under their hashes.
// installer.h writes it (wegweiser-device, nobody else); the kiosk reads.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/store/slip.h"

namespace content {

// A hash offered for the n-th time. A technician may have one tried again; a verdict is about one
// try, so that an old refusal does not answer for the new one.
struct Trial {
  std::string bundle;  // SHA-256
  int attempt = 1;

  bool operator==(const Trial&) const = default;
};

// A bundle and what the signed metadata said of it.
struct Slot {
  Trial trial;
  std::string edition;         // the day, "2026-11-23"
  std::int64_t sequence = 0;   // of the publication
  std::int64_t signed_at = 0;  // seconds since 1970; 0: not said
  std::string signer;          // for staff: who signed
  std::string source;          // for staff: where it came from

  bool operator==(const Slot&) const = default;
};

// Why a bundle is not taken again. Died: the kiosk ended while trying; that may have been a power
// cut, so it gets one more attempt. RolledBack: a technician said so.
enum class DropReason { Died, Unreadable, Undrawable, RolledBack, Damaged };

struct Dropped {
  Trial trial;
  DropReason why{};
  std::string detail;  // one English sentence for the log

  bool operator==(const Dropped&) const = default;
};

struct Slots {
  std::optional<Slot> active;
  std::optional<Slot> previous;
  std::optional<Slot> candidate;
  std::vector<Dropped> dropped;  // newest first, at most dropped_limit

  bool names(std::string_view bundle) const;
  const Dropped* dropped_before(std::string_view bundle) const;
  // With which attempt a bundle may be offered to the kiosk; none: it stays refused.
  std::optional<int> next_attempt(std::string_view bundle) const;
  bool operator==(const Slots&) const = default;
};

inline constexpr std::size_t dropped_limit = 8;

// An empty store has empty slots. Malformed, Unavailable: the file is damaged.
Result<Slots> read_slots(const Files& files, const std::filesystem::path& store);

Slip slip_of(const Slots& slots);
Result<Slots> slots_of(const Slip& slip);
inline const std::string slots_title = "wegweiser-slots 1";

std::string_view word_of(DropReason reason);
std::optional<DropReason> parse_drop_reason(std::string_view word);

}  // namespace content
