// What a repository on the desk's own disk says it has: the newest metadata, its signatures and
// hashes checked as a kiosk checks them, but dates ignored, for the desk is about to renew them.
// After a publication that died half-way this is the old state or the new one, never a mixture.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "content-engine/repository/root_chain.h"

namespace content {

inline constexpr std::string_view metadata_folder_name = "metadata";
inline constexpr std::string_view targets_folder_name = "targets";
inline constexpr std::string_view repository_lock_name = "lock";

struct Catalogue {
  RootChain roots;                     // published; empty before the first publication
  std::optional<Timestamp> timestamp;  // none: the three below are empty
  Snapshot snapshot;
  Targets targets;
  std::optional<Targets> service;  // technicians' passes; none: not there, or damaged
  UtcTime signed_at;               // the latest moment that the three were signed
  // The root whose keys signed them; older than the newest one when a publication that brings a new
  // root has died between its last two steps.
  std::size_t signing_root = 0;
};

// Untrusted, Malformed: something in there was not made by this repository's keys.
Result<Catalogue> read_catalogue(const Files& files, const std::filesystem::path& repository);

// Where a target lies in targets/ of a repository with consistent snapshots:
// "bundles/12-2026-11-23.zst" with hash ab… → "bundles/ab….12-2026-11-23.zst".
std::string target_name(std::string_view path, const TargetFile& file);

}  // namespace content
