// A repository on a stick: the folder wegweiser/ on it, and nothing else there is touched. It has
// the bundles that kiosks take now and the deltas to them from edition N on, so it serves every
// kiosk, and those from N on quickly. Everything is there before the timestamp is; afterwards all
// of it is read back from the medium. A stick that was topped up half-way is the old one or the
// new. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/repository/publisher.h"

namespace content {

inline constexpr std::string_view stick_folder_name = "wegweiser";

// Systems are large, so a stick has them only when somebody asks.
enum class CarrySystems { No, Newest };

struct StickRules {
  UtcTime now;
  std::int64_t from = 0;                      // deltas start from this sequence on
  CarrySystems systems{};                     // the newest of each machine
  std::function<std::uint64_t()> free_space;  // of the stick, in bytes
  std::optional<ServicePass> pass{};          // a technician's stick; any other has none
};

struct StickWritten {
  BundleTarget bundle;                  // the newest on it
  std::vector<std::int64_t> from;       // sequences that a delta starts from, rising
  std::uint64_t written = 0, kept = 0;  // bytes
  UtcTime expires;
};

// `written` rises to `all`.
using StickProgress = std::function<void(std::uint64_t written, std::uint64_t all)>;

// NoSpace, with both figures, before a byte is written. Untrusted: the stick carries another
// repository, or does not give back what was written. RolledBack: what it carries is newer than
// this repository. Its folders exist (make_repository_folders, for a pass targets/service as well).
Result<StickWritten> write_stick(Files& files, Publisher& publisher, const Signers& signers,
                                 const std::filesystem::path& mount_point, const StickRules& rules,
                                 const StickProgress& progress);

}  // namespace content
