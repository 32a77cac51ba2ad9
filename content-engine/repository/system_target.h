// What a repository's targets say about system images: the programs of a whole machine, packed with
// zstd, one target for each machine and version, signed like everything else. The members stand
// under "system" in the target's signed `custom`; FORMAT.md in this folder is the page about them.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"
#include "content-engine/trust/metadata.h"

namespace content {

// Caps of an image as it travels and of one unpacked.
inline constexpr std::int64_t packed_system_limit = std::int64_t{1} << 30;
inline constexpr std::int64_t system_limit = std::int64_t{2} << 30;

struct SystemTarget {
  std::string path;                       // "systems/generic-amd64-0.2.0.system"
  TargetFile file;                        // what is fetched: length and hashes of the packed form
  std::string machine;                    // "generic-amd64"
  std::string version;                    // "0.2.0"
  std::string minimum_program = "0.0.0";  // the oldest wegweiser-device that can install it
  std::int64_t sequence = 0;              // rises with every publication for this machine
  std::int64_t length = 0;                // unpacked
  std::string sha256;                     // unpacked
  int rollout = 100;                      // of a hundred rings, how many take it

  bool operator==(const SystemTarget&) const = default;
};

// Small letters, digits and '-', 1 to 40: it becomes part of a file's name.
bool is_machine(std::string_view name);
// Numbers between dots, at most four, so that every program and the boot loader agree on which of
// two is newer.
bool is_system_version(std::string_view version);
// Both are such versions.
bool is_newer_system(std::string_view version, std::string_view than);

std::string system_path(std::string_view machine, std::string_view version);

// None when the target is no system; Malformed when it claims to be one and is not.
Result<std::optional<SystemTarget>> parse_system_target(const std::string& path,
                                                        const TargetFile& file);
Json custom_of(const SystemTarget& target);

// The newest for this machine that is out for this ring. NotFound: there is none. Unsupported: it
// needs a newer program.
Result<SystemTarget> newest_system(const std::map<std::string, TargetFile>& targets,
                                   std::string_view machine, std::string_view program, int ring);

}  // namespace content
