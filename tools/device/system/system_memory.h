// What is remembered about systems, in two slips. The wish (store/system/wish, written by the
// device's user): a fetched system lies ready, root's service may install it. The memory
// (/var/lib/wegweiser/system/state, written by root alone): what is tried, what failed.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "content-engine/store/files.h"
#include "tools/device/system/places.h"

namespace content {

inline constexpr std::string_view system_folder_name = "system";  // in the store

// Who wants it: a technician now, the kiosk itself at night.
enum class Wisher { Technician, Kiosk };

struct SystemWish {
  std::string version;
  std::string sha256;  // unpacked
  std::string file;    // its name in packed/
  Wisher by{};
  bool again = false;  // although it failed before
  // Seconds since 1970; always later than that of one that failed, whatever the clock says.
  std::int64_t since = 0;

  bool operator==(const SystemWish&) const = default;
};

// NotFound: there is none.
Result<SystemWish> read_wish(const Files& files, const std::filesystem::path& folder);
Result<Done> write_wish(Files& files, const std::filesystem::path& folder, const SystemWish& wish);
Result<Done> remove_wish(Files& files, const std::filesystem::path& folder);

struct TriedSystem {
  std::string version;
  std::string sha256;
  RootSlot slot{};
  std::string boot_id;     // of the start that wrote it
  std::int64_t wish = 0;   // `since` of the wish
  std::int64_t since = 0;  // seconds since 1970

  bool operator==(const TriedSystem&) const = default;
};

struct SystemMemory {
  std::optional<TriedSystem> trial;
  std::optional<TriedSystem> failed;  // the last one; since: when that was seen
};

// Nothing remembered, or nothing legible: an empty one.
SystemMemory read_memory(const Files& files, const SystemPlaces& places);
// Whether the system with this sum failed and the wish does not ask for it again since.
bool has_failed(const SystemMemory& memory, std::string_view sha256, const SystemWish& wish);
Result<Done> write_memory(Files& files, const SystemPlaces& places, const SystemMemory& memory);

}  // namespace content
