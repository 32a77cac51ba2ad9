// Which systems a repository has, and what a publication makes of that: pure. For each machine the
// newest stays and, while that is out for some rings only, the ones before it down to the first
// that is for all; everything older goes, because systems are large.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "content-engine/repository/system_image.h"
#include "content-engine/repository/system_target.h"

namespace content {

// An image that is about to be published: read, measured, its label known.
struct NewSystem {
  std::filesystem::path packed;
  ImageLabel label;
  UnpackedSystem unpacked;
};
// Malformed, TooLarge: no kiosk would take it.
Result<NewSystem> read_new_system(const std::filesystem::path& packed);

// Of one machine, or of all where it is empty; the newest first. Malformed: a target claims to be
// a system and is not.
Result<std::vector<SystemTarget>> systems_of(const std::map<std::string, TargetFile>& targets,
                                             std::string_view machine = {});

// The target of the new system, its file's length and hashes still to be said. RolledBack: the
// repository has this version already, with other bytes, or a newer one.
Result<SystemTarget> plan_system(const std::map<std::string, TargetFile>& targets,
                                 const NewSystem& fresh, int rollout,
                                 const std::string& minimum_program);

// The targets with this one among them, and without the systems nobody needs any more.
std::map<std::string, TargetFile> with_system(std::map<std::string, TargetFile> targets,
                                              const SystemTarget& system);

}  // namespace content
